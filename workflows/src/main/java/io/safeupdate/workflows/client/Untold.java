package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;

/**
 * The result of an operation that could not tell it: one that was terminated, timed out, or was
 * refused before it began. Put together from what the server knows; a worker cannot be asked,
 * because the SDK does not replay a run that was terminated.
 */
final class Untold {
  private static final String UNTOUCHED =
      ": nothing was touched, and the next update removes what was prepared.";

  private Untold() {}

  static OperationResult result(OperationSummary closed, Throwable cause) {
    String phase = closed.phase().orElse(Phase.PREFLIGHT.label());
    return result(
        closed, Optional.of(new FailureReport(phase, type(closed, cause), message(closed, cause))));
  }

  static OperationResult result(OperationSummary closed, Optional<FailureReport> failure) {
    return new OperationResult(
        closed.operation().id(),
        closed.operation().deployment(),
        closed.outcome().orElse(Outcome.NEEDS_ATTENTION),
        closed.from(),
        closed.to(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        failure,
        Optional.empty(),
        0,
        List.of());
  }

  private static String type(OperationSummary closed, Throwable cause) {
    return switch (closed.status()) {
      case TERMINATED -> "Terminated";
      case CANCELLED -> "Cancelled";
      case TIMED_OUT -> FailureType.TIMED_OUT.type();
      default ->
          Causes.application(cause)
              .map(ApplicationFailure::getType)
              .orElse(FailureType.INTERNAL.type());
    };
  }

  private static String message(OperationSummary closed, Throwable cause) {
    return switch (closed.status()) {
      case TERMINATED -> "It was terminated at the server" + consequence(closed);
      case TIMED_OUT -> "The server ended it because its time was up" + consequence(closed);
      case CANCELLED -> "cancelled on request";
      default ->
          Causes.application(cause)
              .map(ApplicationFailure::getOriginalMessage)
              .orElseGet(() -> String.valueOf(cause.getMessage()));
    };
  }

  private static String consequence(OperationSummary closed) {
    String deployment = closed.operation().deployment();
    return closed
        .phase()
        .map(phase -> " in phase " + phase + (touches(phase) ? left(deployment) : UNTOUCHED))
        .orElse(" before its first phase: nothing was touched.");
  }

  private static boolean touches(String phase) {
    return !phase.equals(Phase.PREFLIGHT.label()) && !phase.equals(Phase.PREPARE.label());
  }

  private static String left(String deployment) {
    return ": nothing was brought back, and "
        + deployment
        + " stays locked until `safe-update recover "
        + deployment
        + "` has brought the old version back.";
  }
}
