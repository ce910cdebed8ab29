package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.ScheduleId;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Runs an operation that was started under another workflow id as a child under the deployment's
 * own, because the Temporal Web UI lets people type any id and only the id keeps a second out.
 * Where one is open, a person is told at once; what a schedule started waits for its turn.
 */
final class Delegation {
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private static final int TRIES = 120;

  private final String canonicalId;

  Delegation(String canonicalId) {
    this.canonicalId = canonicalId;
  }

  OperationResult run(String type, Object request) {
    int tries = ScheduleId.isRun(Workflow.getInfo().getWorkflowId()) ? TRIES : 1;
    for (int tried = 1; ; tried++) {
      Workflow.setCurrentDetails("Runs as `" + canonicalId + "`: look there.");
      try {
        return Workflow.newUntypedChildWorkflowStub(type, options())
            .execute(OperationResult.class, request);
      } catch (ChildWorkflowFailure failure) {
        if (!isBusy(failure) || tried == tries) {
          throw translated(failure, tries);
        }
      }
      waitForTheOpenOne(tried);
    }
  }

  private void waitForTheOpenOne(int tried) {
    Workflow.setCurrentDetails(
        "Waits for the operation `%s` to end: look there. Tried %d of %d times, every %d minutes."
            .formatted(canonicalId, tried, TRIES, PAUSE.toMinutes()));
    String summary = "waits for the operation that is open on the deployment to end";
    Workflow.newTimer(PAUSE, TimerOptions.newBuilder().setSummary(summary).build()).get();
  }

  private ChildWorkflowOptions options() {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(canonicalId)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setStaticSummary("the operation itself")
        .build();
  }

  private static boolean isBusy(ChildWorkflowFailure failure) {
    return failure.getCause() instanceof WorkflowExecutionAlreadyStarted;
  }

  private TemporalFailure translated(ChildWorkflowFailure failure, int tries) {
    if (isBusy(failure)) {
      return ApplicationFailure.newNonRetryableFailure(
          "Another operation is open on this deployment" + waited(tries) + ": " + canonicalId,
          FailureType.DEPLOYMENT_BUSY.type());
    }
    if (failure.getCause() instanceof ApplicationFailure own) {
      return own;
    }
    return failure.getCause() instanceof CanceledFailure cancelled ? cancelled : failure;
  }

  private static String waited(int tries) {
    Duration waited = PAUSE.multipliedBy(tries - 1L);
    return waited.isZero() ? "" : ", and has been for " + waited.toMinutes() + " minutes";
  }
}
