package io.safeupdate.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.DeploymentLock.Owner;
import io.safeupdate.activities.phase.Runs;
import io.safeupdate.workflows.contract.FailureType;
import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;

/** Asks the server that the current activity works for. */
final class TemporalRuns implements Runs {

  @Override
  public boolean isOpen(Owner owner) {
    WorkflowClient client = Activity.getExecutionContext().getWorkflowClient();
    try {
      return status(client, owner) == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw new StepFailure(
          FailureType.LOCK_BUSY,
          "Temporal does not say whether operation %s is open: %s"
              .formatted(owner.operation(), refused.getStatus()),
          refused);
    }
  }

  private static WorkflowExecutionStatus status(WorkflowClient client, Owner owner) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(client.getOptions().getNamespace())
            .setExecution(
                WorkflowExecution.newBuilder()
                    .setWorkflowId(owner.workflowId())
                    .setRunId(owner.operation()))
            .build();
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeWorkflowExecution(request)
        .getWorkflowExecutionInfo()
        .getStatus();
  }
}
