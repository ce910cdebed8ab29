package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RecoverDeployment;
import io.safeupdate.workflows.contract.RecoverRequest;
import java.util.List;

/** Checks the input, sees that the run has the deployment's one workflow id, and recovers. */
public final class RecoverDeploymentWorkflow extends SteeredWorkflow implements RecoverDeployment {

  @Override
  public OperationResult recover(RecoverRequest request) {
    return operate(
        OperationType.RECOVERY,
        request,
        List.of(Phase.PREFLIGHT),
        () -> new RecoverRun(request.deployment(), timeline, decisions).run());
  }
}
