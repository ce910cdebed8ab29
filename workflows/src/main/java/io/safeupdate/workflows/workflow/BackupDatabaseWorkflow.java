package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.BackupDatabase;
import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs a {@link BackupRun} under the deployment's one workflow id. */
public final class BackupDatabaseWorkflow extends SteeredWorkflow implements BackupDatabase {

  @Override
  public OperationResult backup(BackupRequest request) {
    return operate(
        OperationType.BACKUP,
        request,
        BackupRun.PHASES,
        () -> new BackupRun(request, timeline, decisions).run());
  }
}
