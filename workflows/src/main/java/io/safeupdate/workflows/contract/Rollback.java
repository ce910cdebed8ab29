package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Brings a deployment back to a restore point: code, images, database, env file. */
@WorkflowInterface
public interface Rollback extends Steered {

  String TYPE = "Rollback";

  @WorkflowMethod(name = TYPE)
  OperationResult rollback(RollbackRequest request);
}
