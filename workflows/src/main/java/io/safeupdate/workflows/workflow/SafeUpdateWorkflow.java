package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.EnumSet;
import java.util.List;

/**
 * Checks the input, sees that the run has the deployment's one workflow id, and runs the update.
 */
public final class SafeUpdateWorkflow extends SteeredWorkflow implements SafeUpdate {
  private static final List<Phase> PHASES =
      List.copyOf(EnumSet.range(Phase.PREFLIGHT, Phase.FINISH));

  @Override
  public OperationResult update(UpdateRequest request) {
    return operate(
        OperationType.UPDATE,
        request,
        PHASES,
        () -> new UpdateRun(request, timeline, decisions).run());
  }
}
