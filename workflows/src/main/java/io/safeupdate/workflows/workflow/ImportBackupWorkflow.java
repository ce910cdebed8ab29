package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.ImportBackup;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs {@link ImportRun} under the deployment's one workflow id. */
public final class ImportBackupWorkflow extends SteeredWorkflow implements ImportBackup {

  @Override
  public OperationResult importBackup(ImportRequest request) {
    return operate(
        OperationType.IMPORT,
        request,
        ImportRun.PHASES,
        () -> new ImportRun(request, timeline, decisions).run());
  }
}
