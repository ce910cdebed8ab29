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
    List<String> notes) {

  public OperationResult {
    phases = List.copyOf(phases);
    rollback = rollback.map(List::copyOf);
    notes = List.copyOf(notes);
  }
}
