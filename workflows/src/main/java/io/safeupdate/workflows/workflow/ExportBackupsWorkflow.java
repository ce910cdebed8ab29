package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.ExportBackups;
import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs {@link ExportRun} under the deployment's one workflow id. */
public final class ExportBackupsWorkflow extends SteeredWorkflow implements ExportBackups {

  @Override
  public OperationResult export(ExportRequest request) {
    return operate(
        OperationType.EXPORT,
        request,
        ExportRun.PHASES,
        () -> new ExportRun(request, timeline, decisions).run());
  }
}
