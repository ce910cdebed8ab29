package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.RestoreDatabase;
import io.safeupdate.workflows.contract.RestoreRequest;

/** Runs a {@link RestoreRun} under the deployment's one workflow id. */
public final class RestoreDatabaseWorkflow extends SteeredWorkflow implements RestoreDatabase {

  @Override
  public OperationResult restore(RestoreRequest request) {
    return operate(
        OperationType.RESTORE,
        request,
        RestoreRun.PHASES,
        () -> new RestoreRun(request, timeline, decisions).run());
  }
}
