package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.CopyDatabase;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;

/** Runs a {@link CopyRun} under the one workflow id of the deployment that it goes to. */
public final class CopyDatabaseWorkflow extends SteeredWorkflow implements CopyDatabase {

  @Override
  public OperationResult copy(CopyRequest request) {
    return operate(
        OperationType.COPY,
        request,
        CopyRun.PHASES,
        () -> new CopyRun(request, timeline, decisions).run());
  }
}
