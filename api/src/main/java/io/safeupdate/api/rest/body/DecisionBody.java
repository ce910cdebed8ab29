package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.Choice;
import java.util.Optional;

/**
 * What an operation that waits is told.
 *
 * @param decision what it does next: one of the choices that it offers
 * @param reason why; kept in its history
 */
public record DecisionBody(Choice decision, Optional<String> reason) {}
