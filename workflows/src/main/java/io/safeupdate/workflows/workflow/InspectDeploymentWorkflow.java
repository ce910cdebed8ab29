package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.workflow.Workflow;

/** One read-only activity; retried while the host is away, cancelled at any time. */
public final class InspectDeploymentWorkflow implements InspectDeployment {

  @Override
  public Inspection inspect(InspectRequest request) {
    Requests.check(request);
    Workflow.setCurrentDetails("Looks at `" + request.deployment() + "`; changes nothing.");
    Steps steps = Steps.ofThisRun(request.deployment());
    return ActivityStubs.inspection(request.deployment())
        .inspect(steps.first(Step.INSPECT), request);
  }
}
