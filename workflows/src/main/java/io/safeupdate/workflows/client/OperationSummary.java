package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An operation as lists show it; read from the server alone, so it is known while the worker is
 * away.
 *
 * @param type the workflow type, such as {@code SafeUpdate}
 * @param phase the phase or undo that began last; empty: none has begun
 * @param outcome how it ended; of an open one {@code NEEDS_ATTENTION} when it waits for a person
 * @param from the commit the deployment was at, once known
 * @param to the commit it was to reach, once known
 * @param endedAt empty while open
 * @param origin who asked for it; empty where that was not said
 */
public record OperationSummary(
    Operation operation,
    String type,
    OperationStatus status,
    Optional<String> phase,
    Optional<Outcome> outcome,
    Optional<String> from,
    Optional<String> to,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Origin> origin) {

  /** One of which nobody said who asked for it. */
  public OperationSummary(
      Operation operation,
      String type,
      OperationStatus status,
      Optional<String> phase,
      Optional<Outcome> outcome,
      Optional<String> from,
      Optional<String> to,
      Instant startedAt,
      Optional<Instant> endedAt) {
    this(operation, type, status, phase, outcome, from, to, startedAt, endedAt, Optional.empty());
  }

  public boolean isOpen() {
    return status == OperationStatus.OPEN;
  }

  /** The document of an operation whose phases nobody tells: what the server knows has to do. */
  public OperationProgress unanswered() {
    return new OperationProgress(
        operation.id(),
        operation.deployment(),
        outcome,
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of("no worker answers: its phases are not known"),
        Optional.empty());
  }
}
