package io.safeupdate.workflows.client;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowTargetOptions;

/**
 * One run on a deployment.
 *
 * @param id the run's id: what people are shown and type
 * @param workflowId the deployment's own id, under which only one run is open at a time
 */
public record Operation(String id, String workflowId) {

  static Operation of(WorkflowExecution execution) {
    return new Operation(execution.getRunId(), execution.getWorkflowId());
  }

  /** The deployment's name: the last part of the workflow id. */
  public String deployment() {
    return workflowId.substring(workflowId.lastIndexOf('/') + 1);
  }

  WorkflowExecution execution() {
    return WorkflowExecution.newBuilder().setWorkflowId(workflowId).setRunId(id).build();
  }

  WorkflowTargetOptions target() {
    return WorkflowTargetOptions.newBuilder().setWorkflowId(workflowId).setRunId(id).build();
  }
}
