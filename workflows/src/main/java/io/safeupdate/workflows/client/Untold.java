package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;

/**
 * The result of an operation that could not tell it: one that was terminated, timed out, or was
 * refused before it began. Put together from what the server knows and, if a worker answers, from
 * the operation's last progress.
 */
final class Untold {
  private final Questions questions;

  Untold(Questions questions) {
    this.questions = questions;
  }

  OperationResult result(OperationSummary closed, Throwable cause) {
    String phase = closed.phase().orElse(Phase.PREFLIGHT.label());
    return result(
        closed, Optional.of(new FailureReport(phase, type(closed, cause), message(closed, cause))));
  }

  OperationResult result(OperationSummary closed, Optional<FailureReport> failure) {
    Outcome outcome =
        Readings.implied(closed.status(), closed.phase()).orElse(Outcome.NEEDS_ATTENTION);
    OperationResult known =
        questions
            .progress(closed.operation())
            .map(progress -> progress.result(outcome))
            .orElseGet(() -> nothingKnown(closed).result(outcome));
    return failure.map(report -> withFailure(known, report)).orElse(known);
  }

  private static OperationProgress nothingKnown(OperationSummary closed) {
    return new OperationProgress(
        closed.operation().id(),
        closed.operation().deployment(),
        Optional.empty(),
        closed.from(),
        closed.to(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        Optional.empty());
  }

  private static OperationResult withFailure(OperationResult known, FailureReport report) {
    return new OperationResult(
        known.operation(),
        known.deployment(),
        known.outcome(),
        known.from(),
        known.to(),
        known.restorePoint(),
        known.strategy(),
        known.phases(),
        Optional.of(report),
        known.rollback(),
        known.downtimeSeconds(),
        known.notes());
  }

  private static String type(OperationSummary closed, Throwable cause) {
    if (cause instanceof ApplicationFailure failure) {
      return failure.getType();
    }
    return switch (closed.status()) {
      case TERMINATED -> "Terminated";
      case CANCELLED -> "Cancelled";
      case TIMED_OUT -> FailureType.TIMED_OUT.type();
      default -> FailureType.INTERNAL.type();
    };
  }

  private static String message(OperationSummary closed, Throwable cause) {
    return switch (closed.status()) {
      case TERMINATED -> "It was terminated at the server" + consequence(closed);
      case TIMED_OUT -> "The server ended it because its time was up" + consequence(closed);
      case CANCELLED -> "cancelled on request";
      default ->
          cause instanceof ApplicationFailure failure
              ? failure.getOriginalMessage()
              : String.valueOf(cause.getMessage());
    };
  }

  private static String consequence(OperationSummary closed) {
    return closed.phase().isEmpty()
        ? " before its first phase: nothing was touched."
        : " in phase %s: nothing was brought back. Finish the way back with `safe-update recover %s`."
            .formatted(closed.phase().get(), closed.operation().deployment());
  }
}
