package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.UpdateRequest;

/**
 * Checks the input, sees that the run has the deployment's one workflow id, and runs the update.
 */
public final class SafeUpdateWorkflow implements SafeUpdate {
  private final Timeline timeline = new Timeline();
  private final Decisions decisions = new Decisions(timeline);

  @Override
  public OperationResult update(UpdateRequest request) {
    Requests.check(request);
    String canonical = Requests.canonicalId(request);
    if (!Requests.isCanonical(canonical)) {
      return new Delegation(canonical).update(request);
    }
    timeline.open(request.deployment());
    return new UpdateRun(request, timeline, decisions).run();
  }

  @Override
  public OperationProgress progress() {
    return timeline.progress();
  }

  @Override
  public void validateDecision(Decision decision) {
    decisions.validate(decision);
  }

  @Override
  public OperationProgress decide(Decision decision) {
    decisions.take(decision);
    return timeline.progress();
  }
}
