package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Looks at a deployment. Read-only: needs no lock, runs beside anything. */
@WorkflowInterface
public interface InspectDeployment {

  String TYPE = "InspectDeployment";

  @WorkflowMethod(name = TYPE)
  Inspection inspect(InspectRequest request);
}
