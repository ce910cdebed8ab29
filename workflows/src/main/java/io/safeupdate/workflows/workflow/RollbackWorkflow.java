package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Rollback;
import io.safeupdate.workflows.contract.RollbackRequest;

/** Runs a {@link RollbackRun} under the deployment's one workflow id. */
public final class RollbackWorkflow extends SteeredWorkflow implements Rollback {

  @Override
  public OperationResult rollback(RollbackRequest request) {
    return operate(
        OperationType.ROLLBACK,
        request,
        RollbackRun.PHASES,
        () -> new RollbackRun(request, timeline, decisions).run());
  }
}
