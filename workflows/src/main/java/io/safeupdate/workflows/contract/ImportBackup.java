package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a file of the host a backup of a deployment, once it is verified as one. */
@WorkflowInterface
public interface ImportBackup extends Steered {

  String TYPE = "ImportBackup";

  @WorkflowMethod(name = TYPE)
  OperationResult importBackup(ImportRequest request);
}
