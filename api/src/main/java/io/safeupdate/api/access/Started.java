package io.safeupdate.api.access;

import io.safeupdate.workflows.client.Operation;

/**
 * An operation that was asked for.
 *
 * @param again whether it had been started before, for an earlier request with the same key
 */
public record Started(Operation operation, boolean again) {}
