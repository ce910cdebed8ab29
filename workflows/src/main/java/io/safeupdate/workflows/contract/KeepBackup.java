package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Pins a backup, so that it is never pruned, or takes the pin off. */
@WorkflowInterface
public interface KeepBackup extends Steered {

  String TYPE = "KeepBackup";

  @WorkflowMethod(name = TYPE)
  OperationResult keep(KeepRequest request);
}
