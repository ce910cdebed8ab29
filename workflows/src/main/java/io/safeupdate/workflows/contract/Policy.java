package io.safeupdate.workflows.contract;

import java.time.Duration;

/**
 * How an operation behaves, as data: read from the host's configuration by the first activity, so
 * that workflow code reads no file and a replay sees what the first run saw.
 *
 * @param holdFor how long {@code onFailure: hold} waits before it rolls back
 * @param healthTimeout how long a version may take to become healthy
 * @param soak how long it must stay healthy
 */
public record Policy(
    OnFailure onFailure, Duration holdFor, Duration healthTimeout, Duration soak) {}
