package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;

/**
 * Runs an operation that was started under another workflow id as a child under the deployment's
 * own, because the Temporal Web UI lets people type any id and only the id keeps a second out.
 */
final class Delegation {
  private final String canonicalId;

  Delegation(String canonicalId) {
    this.canonicalId = canonicalId;
  }

  OperationResult run(String type, Object request) {
    Workflow.setCurrentDetails("Runs as `" + canonicalId + "`: look there.");
    try {
      return Workflow.newUntypedChildWorkflowStub(type, options())
          .execute(OperationResult.class, request);
    } catch (ChildWorkflowFailure failure) {
      throw translated(failure);
    }
  }

  private ChildWorkflowOptions options() {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(canonicalId)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setStaticSummary("the operation itself")
        .build();
  }

  private TemporalFailure translated(ChildWorkflowFailure failure) {
    if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
      return ApplicationFailure.newNonRetryableFailure(
          "Another operation is open on this deployment: " + canonicalId,
          FailureType.DEPLOYMENT_BUSY.type());
    }
    if (failure.getCause() instanceof ApplicationFailure own) {
      return own;
    }
    return failure.getCause() instanceof CanceledFailure cancelled ? cancelled : failure;
  }
}
