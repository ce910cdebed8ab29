package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An operation in JSON lists, those of {@code history --json} and those of the API. Components are
 * added, never renamed.
 *
 * @param requestedBy who asked for it; absent where that was not said
 */
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
    Optional<Instant> endedAt,
    Optional<String> requestedBy) {

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
        summary.endedAt(),
        summary.origin().map(Origin::who));
  }

  /** In words: how it ended, or where it is. */
  public String state() {
    if (status == OperationStatus.OPEN && outcome.isEmpty()) {
      return phase.map(name -> "running: " + name).orElse("running");
    }
    return outcome.map(Outcome::name).orElseGet(status::name);
  }
}
