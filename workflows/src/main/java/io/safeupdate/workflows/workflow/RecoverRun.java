package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
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

  private Duration longestStep = Policy.STEP_TIMEOUT;

  RecoverRun(String deployment, Timeline timeline, Decisions decisions) {
    this.deployment = deployment;
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = Steps.ofThisRun(deployment);
  }

  /** Runs to its end: an answer, or a failure that carries one. */
  OperationResult run() {
    Optional<Unfinished> found;
    try {
      found = find();
    } catch (TemporalFailure failure) {
      timeline.failed(failure);
      throw Endings.failure(close(timeline.comeBackOutcome(failure)), failure);
    }
    return end(Detached.call(() -> found.map(this::finish).orElse(Outcome.ALREADY_CURRENT)));
  }

  private OperationResult end(Outcome outcome) {
    OperationResult result = close(outcome);
    if (outcome == Outcome.NEEDS_ATTENTION) {
      throw Endings.abandoned(result);
    }
    return result;
  }

  private OperationResult close(Outcome outcome) {
    return new Closing(timeline, decisions, steps, activities()).close(outcome);
  }

  private ActivityStubs activities() {
    return ActivityStubs.deeds(deployment, longestStep);
  }

  private Optional<Unfinished> find() {
    timeline.start(Phase.PREFLIGHT);
    longestStep = policy().longestStep();
    Optional<Unfinished> found =
        Failures.known(() -> activities().recover.find(steps.first(Step.FIND)));
    timeline.done(
        Phase.PREFLIGHT, found.map(Unfinished::summary).orElse("nothing is left to recover"));
    return found;
  }

  private Policy policy() {
    return Failures.known(
        () ->
            ActivityStubs.policy(deployment)
                .loadPolicy(steps.first(Step.POLICY), PolicyOverrides.NONE));
  }

  private static Outcome ending(Unfinished operation) {
    if (!operation.stands()) {
      return Outcome.ROLLED_BACK;
    }
    return operation.began().isPresent() ? Outcome.DONE : Outcome.UPDATED;
  }

  private Outcome finish(Unfinished operation) {
    timeline.takesOver(operation);
    UndoStack stack = new UndoStack(timeline, decisions, Steps.of(operation, deployment));
    Outcome ending = ending(operation);
    stack.register(Step.RELEASE, step -> release(step, ending));
    if (operation.stands()) {
      stack.registerCleanUp(Phase.FINISH.label(), activities().finish::finish);
    } else {
      Undos undos = new Undos(ActivityStubs.undos(deployment, longestStep), stack, timeline);
      operation
          .began()
          .ifPresentOrElse(
              undos::registerBegun, () -> operation.reached().ifPresent(undos::registerUpTo));
      Evidence evidence = new Evidence(timeline, Steps.of(operation, deployment));
      operation.reached().ifPresent(phase -> evidence.keep(phase, 1));
    }
    return stack.run() ? ending : Outcome.NEEDS_ATTENTION;
  }

  /** The lock is the other operation's, so that one is closed. */
  private String release(Step step, Outcome ending) {
    activities().finish.close(step, timeline.result(ending));
    return "the deployment is free again";
  }
}
