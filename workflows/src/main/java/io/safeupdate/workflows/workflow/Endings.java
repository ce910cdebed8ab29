package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;

/** How a run that did not update ends: what failed, and how the way back went, in one message. */
final class Endings {
  private Endings() {}

  static TemporalFailure failure(OperationResult result, TemporalFailure cause) {
    String message = message(result);
    if (result.outcome() == Outcome.CANCELLED) {
      return new CanceledFailure(message, new EncodedValues(result), cause);
    }
    return ApplicationFailure.newBuilder()
        .setMessage(message)
        .setType(result.outcome().name())
        .setCause(cause)
        .setNonRetryable(true)
        .setDetails(result)
        .build();
  }

  /** A recovery that a person abandoned. */
  static TemporalFailure abandoned(OperationResult result) {
    return ApplicationFailure.newBuilder()
        .setMessage("The way back was abandoned." + lastUndo(result))
        .setType(result.outcome().name())
        .setNonRetryable(true)
        .setDetails(result)
        .build();
  }

  private static String message(OperationResult result) {
    String why =
        result.failure().map(failure -> failure.phase() + ": " + failure.message()).orElse("");
    return switch (result.outcome()) {
      case REJECTED -> "Rejected, nothing was touched. " + why;
      case ROLLED_BACK -> "The " + noun() + " failed and was rolled back" + before(result) + why;
      case CANCELLED -> ("The " + noun() + " was cancelled" + before(result)).strip();
      default ->
          "The " + noun() + " failed, and its way back was abandoned. " + why + lastUndo(result);
    };
  }

  private static String lastUndo(OperationResult result) {
    return result
        .rollback()
        .filter(undos -> !undos.isEmpty())
        .map(undos -> undos.get(undos.size() - 1))
        .map(undo -> " The way back stopped at " + undo.name() + ": " + undo.summary().orElse(""))
        .orElse("");
  }

  private static String before(OperationResult result) {
    return result.ofUpdate() ? ": the old version runs. " : ": all is as it was. ";
  }

  /** What kind of operation this run is, in a word. */
  static String noun() {
    return OperationType.of(Workflow.getInfo().getWorkflowType())
        .map(OperationType::noun)
        .orElse("operation");
  }
}
