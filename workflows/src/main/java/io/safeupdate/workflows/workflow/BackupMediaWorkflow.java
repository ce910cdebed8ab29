package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.BackupMedia;
import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs a {@link MediaBackupRun} under the deployment's one workflow id. */
public final class BackupMediaWorkflow extends SteeredWorkflow implements BackupMedia {

  @Override
  public OperationResult backup(BackupMediaRequest request) {
    return operate(
        OperationType.MEDIA_BACKUP,
        request,
        MediaBackupRun.PHASES,
        () -> new MediaBackupRun(request, timeline, decisions).run());
  }
}
