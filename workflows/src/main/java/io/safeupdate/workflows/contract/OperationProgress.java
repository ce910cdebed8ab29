package io.safeupdate.workflows.contract;

import java.util.List;
import java.util.Optional;

/**
 * Where an open operation stands; the answer of the query {@code progress}.
 *
 * @param outcome set once it is known: at the end, or {@code NEEDS_ATTENTION} while it waits
 * @param waiting set while a person's decision is awaited
 * @param type what kind of operation it is; empty in documents of older releases
 * @param made the name of what it made: a backup or an archive
 */
public record OperationProgress(
    String operation,
    String deployment,
    Optional<Outcome> outcome,
    Optional<String> from,
    Optional<String> to,
    Optional<String> restorePoint,
    Optional<Strategy> strategy,
    List<PhaseReport> phases,
    Optional<FailureReport> failure,
    Optional<List<PhaseReport>> rollback,
    double downtimeSeconds,
    List<String> notes,
    Optional<Waiting> waiting,
    Optional<OperationType> type,
    Optional<String> made) {

  public OperationProgress {
    phases = List.copyOf(phases);
    rollback = rollback.map(List::copyOf);
    notes = List.copyOf(notes);
  }

  /**
   * The document of an operation that has ended, or waits.
   *
   * @param waiting what it waits for
   */
  public static OperationProgress of(OperationResult result, Optional<Waiting> waiting) {
    return new OperationProgress(
        result.operation(),
        result.deployment(),
        Optional.of(result.outcome()),
        result.from(),
        result.to(),
        result.restorePoint(),
        result.strategy(),
        result.phases(),
        result.failure(),
        result.rollback(),
        result.downtimeSeconds(),
        result.notes(),
        waiting,
        result.type(),
        result.made());
  }

  /** The same facts as the document that an operation ends with. */
  public OperationResult result(Outcome ending) {
    return new OperationResult(
        operation,
        deployment,
        ending,
        from,
        to,
        restorePoint,
        strategy,
        phases,
        failure,
        rollback,
        downtimeSeconds,
        notes,
        type,
        made);
  }

  /** The progress of an operation whose type is not known, and which made nothing. */
  public OperationProgress(
      String operation,
      String deployment,
      Optional<Outcome> outcome,
      Optional<String> from,
      Optional<String> to,
      Optional<String> restorePoint,
      Optional<Strategy> strategy,
      List<PhaseReport> phases,
      Optional<FailureReport> failure,
      Optional<List<PhaseReport>> rollback,
      double downtimeSeconds,
      List<String> notes,
      Optional<Waiting> waiting) {
    this(
        operation,
        deployment,
        outcome,
        from,
        to,
        restorePoint,
        strategy,
        phases,
        failure,
        rollback,
        downtimeSeconds,
        notes,
        waiting,
        Optional.empty(),
        Optional.empty());
  }
}
