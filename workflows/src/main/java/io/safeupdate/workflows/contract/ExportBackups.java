package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Copies backups into a directory of the host, and verifies the copies. */
@WorkflowInterface
public interface ExportBackups extends Steered {

  String TYPE = "ExportBackups";

  @WorkflowMethod(name = TYPE)
  OperationResult export(ExportRequest request);
}
