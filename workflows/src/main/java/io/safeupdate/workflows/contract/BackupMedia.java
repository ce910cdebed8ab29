package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Takes a deployment's user files into an archive on its host. */
@WorkflowInterface
public interface BackupMedia extends Steered {

  String TYPE = "BackupMedia";

  @WorkflowMethod(name = TYPE)
  OperationResult backup(BackupMediaRequest request);
}
