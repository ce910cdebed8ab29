package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Puts a backup in the place of a deployment's database, which is kept. */
@WorkflowInterface
public interface RestoreDatabase extends Steered {

  String TYPE = "RestoreDatabase";

  @WorkflowMethod(name = TYPE)
  OperationResult restore(RestoreRequest request);
}
