package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RecoverDeployment;
import io.safeupdate.workflows.contract.RecoverRequest;
import java.util.List;

/** Checks the input, sees that the run has the deployment's one workflow id, and recovers. */
public final class RecoverDeploymentWorkflow extends SteeredWorkflow implements RecoverDeployment {

  @Override
  public OperationResult recover(RecoverRequest request) {
    Requests.check(request);
    String canonical = Requests.canonicalId(request.deployment());
    if (!Requests.isCanonical(canonical)) {
      return new Delegation(canonical).run(TYPE, request);
    }
    timeline.open(request.deployment(), List.of(Phase.PREFLIGHT));
    return new RecoverRun(request.deployment(), timeline, decisions).run();
  }
}
