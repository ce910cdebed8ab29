package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** Names the steps of an operation: of this run, or of one whose end this run is. */
final class Steps {
  private final String workflowId;
  private final String operation;
  private final String deployment;

  private Steps(String workflowId, String operation, String deployment) {
    this.workflowId = workflowId;
    this.operation = operation;
    this.deployment = deployment;
  }

  static Steps ofThisRun(String deployment) {
    WorkflowInfo info = Workflow.getInfo();
    return new Steps(info.getWorkflowId(), info.getRunId(), deployment);
  }

  static Steps of(Unfinished operation, String deployment) {
    return new Steps(operation.workflowId(), operation.operation(), deployment);
  }

  String deployment() {
    return deployment;
  }

  Step first(Phase phase) {
    return first(phase.label());
  }

  Step first(String name) {
    return step(name, 1);
  }

  Step step(String name, int round) {
    return new Step(workflowId, operation, deployment, name, round);
  }
}
