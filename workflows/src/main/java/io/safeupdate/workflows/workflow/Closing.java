package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.failure.TemporalFailure;

/** The last act of every operation: the receipt is written and the lock given back. */
final class Closing {
  private static final int ATTEMPTS = 3;

  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;
  private final ActivityStubs activities;

  Closing(Timeline timeline, Decisions decisions, Steps steps, ActivityStubs activities) {
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = steps;
    this.activities = activities;
  }

  /** How the operation ended stands by now, so a failure here is only told. */
  OperationResult close(Outcome outcome) {
    timeline.outcome(outcome);
    Detached.run(() -> release(outcome));
    decisions.drain();
    return timeline.result(outcome);
  }

  /** Tried more than once, because the deployment stays locked until it is done. */
  private void release(Outcome outcome) {
    for (int attempt = 1; ; attempt++) {
      try {
        activities.finish.close(steps.first(Step.CLOSE), timeline.result(outcome));
        return;
      } catch (TemporalFailure failure) {
        if (attempt == ATTEMPTS) {
          timeline.note(
              "The receipt may be missing and the deployment's lock still held: "
                  + Failures.message(failure));
          return;
        }
      }
    }
  }
}
