package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** Names the steps of this run. */
final class Steps {
  private final String deployment;

  Steps(String deployment) {
    this.deployment = deployment;
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
    WorkflowInfo info = Workflow.getInfo();
    return new Step(info.getWorkflowId(), info.getRunId(), deployment, name, round);
  }
}
