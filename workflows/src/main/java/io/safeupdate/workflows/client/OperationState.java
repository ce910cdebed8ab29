package io.safeupdate.workflows.client;

import java.util.Optional;

/**
 * Where an operation stands, as the server knows it.
 *
 * @param events how long its history is: it has moved when this has grown
 */
public record OperationState(
    OperationSummary summary, long events, Optional<PendingActivity> pendingActivity) {

  /** Whether a worker has taken it at least once. */
  boolean isTaken() {
    return events > 2 || pendingActivity.isPresent();
  }
}
