package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.List;

/**
 * Checks the input, sees that the run has the deployment's one workflow id, and runs the update.
 */
public final class SafeUpdateWorkflow extends SteeredWorkflow implements SafeUpdate {

  @Override
  public OperationResult update(UpdateRequest request) {
    Requests.check(request);
    String canonical = Requests.canonicalId(request.deployment());
    if (!Requests.isCanonical(canonical)) {
      return new Delegation(canonical).run(TYPE, request);
    }
    timeline.open(request.deployment(), List.of(Phase.values()));
    return new UpdateRun(request, timeline, decisions).run();
  }
}
