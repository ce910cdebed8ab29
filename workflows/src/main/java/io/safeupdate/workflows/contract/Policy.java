package io.safeupdate.workflows.contract;

import java.time.Duration;
import java.util.Optional;

/**
 * How an operation behaves, as data: read from the host's configuration by the first activity, so
 * that workflow code reads no file and a replay sees what the first run saw.
 *
 * @param holdFor how long {@code onFailure: hold} waits before it rolls back
 * @param healthTimeout how long a version may take to become healthy
 * @param soak how long it must stay healthy
 * @param stepTimeout how long one step may take; empty in histories from before it could be set
 */
public record Policy(
    OnFailure onFailure,
    Duration holdFor,
    Duration healthTimeout,
    Duration soak,
    Optional<Duration> stepTimeout) {

  /** How long a step may take as long as nothing else is known. */
  public static final Duration STEP_TIMEOUT = Duration.ofHours(6);

  /** How long one step may take. */
  public Duration longestStep() {
    return stepTimeout.orElse(STEP_TIMEOUT);
  }
}
