package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;

/**
 * Finishes what another operation left: its undos, under its own id, so that they find its traces.
 * Once it has begun to, a cancel changes nothing.
 */
final class RecoverRun {
  private final String deployment;
  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;
  private final ActivityStubs activities;
  private final Closing closing;

  RecoverRun(String deployment, Timeline timeline, Decisions decisions) {
    this.deployment = deployment;
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = Steps.ofThisRun(deployment);
    this.activities = ActivityStubs.deeds(deployment);
    this.closing = new Closing(timeline, decisions, steps, activities);
  }

  /** Runs to its end: an answer, or a failure that carries one. */
  OperationResult run() {
    Optional<Unfinished> found;
    try {
      found = find();
    } catch (TemporalFailure failure) {
      timeline.failed(failure);
      throw Endings.failure(closing.close(timeline.comeBackOutcome(failure)), failure);
    }
    return end(Detached.call(() -> found.map(this::finish).orElse(Outcome.ALREADY_CURRENT)));
  }

  private OperationResult end(Outcome outcome) {
    OperationResult result = closing.close(outcome);
    if (outcome == Outcome.NEEDS_ATTENTION) {
      throw Endings.abandoned(result);
    }
    return result;
  }

  private Optional<Unfinished> find() {
    timeline.start(Phase.PREFLIGHT);
    Optional<Unfinished> found =
        Failures.known(() -> activities.recover.find(steps.first(Step.FIND)));
    timeline.done(
        Phase.PREFLIGHT, found.map(Unfinished::summary).orElse("nothing is left to recover"));
    return found;
  }

  private Outcome finish(Unfinished operation) {
    timeline.takesOver(operation);
    UndoStack stack = new UndoStack(timeline, decisions, Steps.of(operation, deployment));
    Outcome ending = operation.stands() ? Outcome.UPDATED : Outcome.ROLLED_BACK;
    stack.register(Step.RELEASE, step -> release(step, ending));
    if (operation.stands()) {
      stack.registerCleanUp(Phase.FINISH.label(), activities.finish::finish);
    } else {
      Undos undos = new Undos(deployment, stack, timeline);
      operation.reached().ifPresent(undos::registerUpTo);
    }
    return stack.run() ? ending : Outcome.NEEDS_ATTENTION;
  }

  /** The lock is the other operation's, so that one is closed. */
  private String release(Step step, Outcome ending) {
    activities.finish.close(step, timeline.result(ending));
    return "the deployment is free again";
  }
}
