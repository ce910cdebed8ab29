package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.function.Supplier;

/** Reads Temporal's failures in our own words. */
final class Failures {
  private Failures() {}

  /**
   * Gives an answer that cannot be read the shape of any other failure: a run must not end on the
   * spot, with no way back, because of it.
   */
  static <T> T known(Supplier<T> deed) {
    try {
      return deed.get();
    } catch (DataConverterException | IllegalArgumentException defect) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          "Safe Update does not understand its host's answer; do worker and workflow have the same"
              + " version? "
              + defect.getMessage(),
          FailureType.INTERNAL.type(),
          defect);
    }
  }

  static boolean isCancelled(TemporalFailure failure) {
    return innermost(failure) instanceof CanceledFailure;
  }

  /** Whether the host refused a step because it does not know the operation. */
  static boolean isUnknownToHost(TemporalFailure failure) {
    return type(failure).equals(FailureType.OPERATION_UNKNOWN.type());
  }

  static FailureReport report(String phase, TemporalFailure failure) {
    return new FailureReport(phase, type(failure), message(failure));
  }

  static String type(TemporalFailure failure) {
    Throwable cause = innermost(failure);
    if (cause instanceof ApplicationFailure application) {
      return application.getType();
    }
    if (cause instanceof CanceledFailure) {
      return "Cancelled";
    }
    return (cause instanceof TimeoutFailure ? FailureType.TIMED_OUT : FailureType.INTERNAL).type();
  }

  static String message(TemporalFailure failure) {
    Throwable cause = innermost(failure);
    if (cause instanceof CanceledFailure) {
      return "cancelled on request";
    }
    if (cause instanceof TimeoutFailure timeout) {
      return "no answer in the time it may take (" + timeout.getTimeoutType() + ")";
    }
    return cause instanceof TemporalFailure known
        ? known.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }

  private static Throwable innermost(TemporalFailure failure) {
    boolean wraps = failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure;
    return wraps && failure.getCause() != null ? failure.getCause() : failure;
  }
}
