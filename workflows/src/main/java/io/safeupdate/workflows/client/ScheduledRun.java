package io.safeupdate.workflows.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * One run that a schedule started. Components are added, never renamed.
 *
 * @param scheduledAt when it was due
 * @param startedAt when it was started
 * @param status empty: the server does not remember it any more
 * @param operation the id of the operation that it became; empty: of none, or it is not known
 * @param message why it failed, or what it waits for
 */
public record ScheduledRun(
    Instant scheduledAt,
    Instant startedAt,
    Optional<OperationStatus> status,
    Optional<String> operation,
    Optional<String> message) {

  /** Whether it ended without doing what it should, and nobody had asked it to stop. */
  @JsonIgnore
  public boolean isFailed() {
    return status
        .filter(
            it ->
                it == OperationStatus.FAILED
                    || it == OperationStatus.TERMINATED
                    || it == OperationStatus.TIMED_OUT)
        .isPresent();
  }

  boolean isDone() {
    return status.equals(Optional.of(OperationStatus.COMPLETED));
  }
}
