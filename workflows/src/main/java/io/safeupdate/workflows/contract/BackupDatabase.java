package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a backup of a deployment's database and verifies it. */
@WorkflowInterface
public interface BackupDatabase extends Steered {

  String TYPE = "BackupDatabase";

  @WorkflowMethod(name = TYPE)
  OperationResult backup(BackupRequest request);
}
