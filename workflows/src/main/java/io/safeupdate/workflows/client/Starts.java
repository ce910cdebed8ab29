package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationRequest;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.util.Map;
import java.util.Optional;

/** Starts operations, each under its deployment's one workflow id. */
final class Starts {
  private final WorkflowClient client;
  private final String host;
  private final Descriptions descriptions;

  Starts(WorkflowClient client, String host, Descriptions descriptions) {
    this.client = client;
    this.host = host;
    this.descriptions = descriptions;
  }

  Operation start(OperationRequest request, Optional<Origin> origin) {
    String summary = request.inWords() + " on " + host;
    return start(
        request.operationType().workflowType(),
        request,
        options(request.deployment())
            .setStaticSummary(summary)
            .setStaticDetails(details(request))
            .setMemo(origin.map(Origin::memo).orElse(Map.of()))
            .build());
  }

  private static String details(OperationRequest request) {
    return switch (request.operationType()) {
      case UPDATE ->
          "Ends with the new version healthy, with the old version healthy and its data, or"
              + " waiting for a person. Cancel it to bring the old version back.";
      case RECOVERY -> "Finishes what an operation left that ended without its way back.";
      default -> "Ends done, with all as it was before, or waiting for a person.";
    };
  }

  private Operation start(String type, Object request, WorkflowOptions options) {
    try {
      return Operation.of(client.newUntypedWorkflowStub(type, options).start(request));
    } catch (WorkflowExecutionAlreadyStarted open) {
      throw busy(options.getWorkflowId(), open);
    } catch (WorkflowServiceException refused) {
      throw Calls.isAway(refused) ? Calls.away(refused.getCause()) : refused;
    }
  }

  private WorkflowOptions.Builder options(String deployment) {
    return WorkflowOptions.newBuilder()
        .setTaskQueue(OperationId.taskQueue(host))
        .setWorkflowId(OperationId.workflowId(host, deployment))
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL);
  }

  private DeploymentBusyException busy(String workflowId, WorkflowExecutionAlreadyStarted open) {
    return descriptions
        .latest(workflowId)
        .map(state -> new DeploymentBusyException(state.summary()))
        .orElseThrow(() -> open);
  }
}
