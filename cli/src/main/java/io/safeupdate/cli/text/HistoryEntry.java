package io.safeupdate.cli.text;

import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Instant;
import java.util.Optional;

/** An operation on one line, and in JSON lists. */
public record HistoryEntry(
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

  public static HistoryEntry of(OperationSummary summary) {
    return new HistoryEntry(
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

  /** How it ended, or where it is. */
  String state() {
    boolean isOpen = status == OperationStatus.OPEN;
    if (isOpen && outcome.isEmpty()) {
      return phase.map(name -> "running: " + name).orElse("running");
    }
    return outcome.map(Outcome::name).orElseGet(status::name);
  }

  /** How long it took; of an open one, so far. */
  String duration(Instant now) {
    return Spans.between(startedAt, endedAt.orElse(now));
  }
}
