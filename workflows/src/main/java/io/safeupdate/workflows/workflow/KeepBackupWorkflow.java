package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.KeepBackup;
import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs {@link KeepRun} under the deployment's one workflow id. */
public final class KeepBackupWorkflow extends SteeredWorkflow implements KeepBackup {

  @Override
  public OperationResult keep(KeepRequest request) {
    return operate(
        OperationType.KEEP,
        request,
        KeepRun.PHASES,
        () -> new KeepRun(request, timeline, decisions).run());
  }
}
