package io.safeupdate.workflows.contract;

import java.util.List;
import java.util.Optional;

/**
 * How an operation ended. This is the document that {@code update --json} prints; components are
 * added, never renamed.
 *
 * @param operation the run's id
 * @param from the commit the deployment was at
 * @param to the commit it was to reach
 * @param rollback the steps of the way back in the order they ran; empty when there was none
 * @param downtimeSeconds how long the application did not answer, as the host saw it
 * @param notes what a person should know besides: warnings, kept databases, files
 * @param type what kind of operation it is; empty in documents of older releases
 * @param made the name of what it made: a backup or an archive
 */
public record OperationResult(
    String operation,
    String deployment,
    Outcome outcome,
    Optional<String> from,
    Optional<String> to,
    Optional<String> restorePoint,
    Optional<Strategy> strategy,
    List<PhaseReport> phases,
    Optional<FailureReport> failure,
    Optional<List<PhaseReport>> rollback,
    double downtimeSeconds,
    List<String> notes,
    Optional<OperationType> type,
    Optional<String> made) {

  public OperationResult {
    phases = List.copyOf(phases);
    rollback = rollback.map(List::copyOf);
    notes = List.copyOf(notes);
  }

  /** The result of an operation whose type is not known, and which made nothing. */
  public OperationResult(
      String operation,
      String deployment,
      Outcome outcome,
      Optional<String> from,
      Optional<String> to,
      Optional<String> restorePoint,
      Optional<Strategy> strategy,
      List<PhaseReport> phases,
      Optional<FailureReport> failure,
      Optional<List<PhaseReport>> rollback,
      double downtimeSeconds,
      List<String> notes) {
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
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is an update, or from a release that knew no other operations. */
  public boolean ofUpdate() {
    return type.isEmpty() || type.get() == OperationType.UPDATE;
  }
}
