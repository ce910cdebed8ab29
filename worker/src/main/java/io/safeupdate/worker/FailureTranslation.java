package io.safeupdate.worker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the vocabulary of {@link FailureType} why an activity failed. Only its own message goes
 * into Temporal's history and into logs: those of its causes were not written with secrets in mind.
 */
final class FailureTranslation {
  private static final Logger log = LoggerFactory.getLogger(FailureTranslation.class);

  private final BooleanSupplier interrupting;

  /**
   * @param interrupting whether the worker has begun to interrupt its activities
   */
  FailureTranslation(BooleanSupplier interrupting) {
    this.interrupting = interrupting;
  }

  /**
   * Translates what an activity threw.
   *
   * @param attempt which attempt it was, from 1
   */
  RuntimeException translate(Throwable thrown, int attempt) {
    if (thrown instanceof ActivityWorkerShutdownException) {
      return stopping();
    }
    if (thrown instanceof ActivityCompletionException completion) {
      return completion;
    }
    if (thrown instanceof TemporalFailure failure) {
      return failure;
    }
    if (interrupting.getAsBoolean()) {
      return stopping();
    }
    if (thrown instanceof StepFailure failure) {
      return failure(failure.type(), String.valueOf(failure.getMessage()), attempt);
    }
    log.error("A defect of Safe Update: {}; the log says where", thrown.getClass().getName());
    log.info("The defect is here:\n{}", places(thrown));
    return failure(FailureType.INTERNAL, internal(thrown), attempt);
  }

  /**
   * Whatever an interrupted step says went wrong, it was the interrupt; the next attempt finds out
   * what is true.
   */
  private static ApplicationFailure stopping() {
    return failure(
        FailureType.WORKER_STOPPING,
        "The worker stops; the step goes on when it is back.",
        FailureType.WORKER_STOPPING.attempts() - 1);
  }

  private static String internal(Throwable thrown) {
    return "A defect of Safe Update (%s): %s. The host's log says where."
        .formatted(thrown.getClass().getSimpleName(), thrown.getMessage());
  }

  /** A stack trace without messages. */
  private static String places(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName()).append('\n');
      for (StackTraceElement place : cause.getStackTrace()) {
        text.append("    at ").append(place).append('\n');
      }
    }
    return text.toString();
  }

  private static ApplicationFailure failure(FailureType type, String message, int attempt) {
    return attempt >= type.attempts()
        ? ApplicationFailure.newNonRetryableFailure(message, type.type())
        : ApplicationFailure.newFailure(message, type.type());
  }
}
