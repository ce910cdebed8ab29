package io.safeupdate.api.view;

import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Instant;
import java.util.Optional;

/** An operation in JSON lists: the keys of {@code history --json}. */
public record OperationEntry(
    String operation,
    String deployment,
    String type,
    OperationStatus status,
    Optional<String> phase,
    Optional<Outcome> outcome,
    Optional<String> from,
    Optional<String> to,
    Instant startedAt,
    Optional<Instant> endedAt) {

  public static OperationEntry of(OperationSummary summary) {
    return new OperationEntry(
        summary.operation().id(),
        summary.operation().deployment(),
        summary.type(),
        summary.status(),
        summary.phase(),
        summary.outcome(),
        summary.from(),
        summary.to(),
        summary.startedAt(),
        summary.endedAt());
  }
}
