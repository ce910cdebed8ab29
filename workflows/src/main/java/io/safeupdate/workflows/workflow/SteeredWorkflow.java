package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.Steered;

/** Tells of an operation, and takes decisions for it. */
abstract class SteeredWorkflow implements Steered {
  final Timeline timeline = new Timeline();
  final Decisions decisions = new Decisions(timeline);

  @Override
  public final OperationProgress progress() {
    return timeline.progress();
  }

  @Override
  public final void validateDecision(Decision decision) {
    decisions.validate(decision);
  }

  @Override
  public final OperationProgress decide(Decision decision) {
    decisions.take(decision);
    return timeline.progress();
  }
}
