package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Puts a copy of one deployment's database in the place of another's, which is kept. */
@WorkflowInterface
public interface CopyDatabase extends Steered {

  String TYPE = "CopyDatabase";

  @WorkflowMethod(name = TYPE)
  OperationResult copy(CopyRequest request);
}
