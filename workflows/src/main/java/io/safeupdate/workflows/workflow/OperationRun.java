package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.activity.Begun;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation: what it does is told by its kind, and what becomes of it when a step fails is told
 * here. Each undo is registered before its deed, because a deed whose answer is lost may have
 * happened; so every undo tolerates "never happened".
 */
abstract class OperationRun {
  final Timeline timeline;
  final Steps steps;
  final UndoStack undo;

  private final String deployment;
  private final Decisions decisions;

  PhaseRunner phases;
  ActivityStubs activities;
  Undos undos;

  private Closing closing;

  OperationRun(String deployment, Timeline timeline, Decisions decisions) {
    this.deployment = deployment;
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = Steps.ofThisRun(deployment);
    this.undo = new UndoStack(timeline, decisions, steps);
    allow(Policy.STEP_TIMEOUT);
  }

  /** Does what the operation is for. */
  abstract Outcome work();

  /** What it does differently from the configuration. */
  PolicyOverrides overrides() {
    return PolicyOverrides.NONE;
  }

  /** Runs the operation to its end: an answer, or a failure that carries one. */
  final OperationResult run() {
    Outcome outcome;
    try {
      Policy policy = policy();
      phases = new PhaseRunner(timeline, decisions, steps, policy);
      allow(policy.longestStep());
      outcome = work();
    } catch (TemporalFailure failure) {
      throw comeBack(failure);
    }
    return closing.close(outcome);
  }

  private void allow(Duration longestStep) {
    activities = ActivityStubs.deeds(deployment, longestStep);
    undos = new Undos(ActivityStubs.undos(deployment, longestStep), undo, timeline);
    closing = new Closing(timeline, decisions, steps, activities);
  }

  /** Part of preflight, for people. */
  private Policy policy() {
    timeline.start(PREFLIGHT);
    PreflightActivities first = ActivityStubs.policy(deployment);
    return Failures.known(() -> first.loadPolicy(steps.first(Step.POLICY), overrides()));
  }

  /** The preflight of every operation but an update. */
  final void begin(OperationType type) {
    begin(step -> activities.begin.begin(step, type));
  }

  /** The same, for one that must know more first. */
  final void begin(Function<Step, Begun> deed) {
    Begun begun = phases.run(PREFLIGHT, deed, Begun::summary);
    timeline.commits(begun.commit(), begun.commit());
    timeline.notes(begun.notes());
  }

  /** Runs a phase whose undo, and before the first that is noticed the last undo, is registered. */
  final String deed(Phase phase, Function<Step, String> deed) {
    undos.registerWithLastAct(phase);
    return phases.run(phase, deed);
  }

  /** The same, for one that made something. */
  final Made making(Phase phase, Function<Step, Made> deed) {
    undos.registerWithLastAct(phase);
    Made made = phases.run(phase, deed, Made::summary);
    timeline.notes(made.notes());
    return made;
  }

  /** The application is as healthy as it was. */
  final void verifyHealth() {
    Verified verified =
        phases.run(Phase.VERIFY, activities.restart::verifyHealth, Verified::summary);
    timeline.downtime(verified.downtimeSeconds());
  }

  /** Says what the database that was replaced has more; that it cannot be counted is a note. */
  final void tellOfReplaced() {
    Detached.run(
        () -> {
          try {
            Step step = steps.first(Step.COUNT_REPLACED);
            Failures.known(() -> activities.restore.countReplaced(step)).ifPresent(timeline::note);
          } catch (TemporalFailure failure) {
            timeline.note(
                "The rows of the replaced database were not counted: " + Failures.message(failure));
          }
        });
  }

  /** The operation stands: neither a cancel nor a failing clean-up brings it back any more. */
  final void finish() {
    Detached.run(
        () -> {
          try {
            phases.runOnce(FINISH, activities.finish::finish);
          } catch (TemporalFailure failure) {
            timeline.forgive(
                "Cleaning up failed, the %s stands: %s"
                    .formatted(Endings.noun(), Failures.message(failure)));
          }
        });
  }

  private TemporalFailure comeBack(TemporalFailure failure) {
    timeline.failed(failure);
    if (Failures.isCancelled(failure)) {
      timeline.cancelled(Optional.ofNullable(CancellationScope.current().getCancellationReason()));
    }
    return Endings.failure(closing.close(Detached.call(() -> wayBack(failure))), failure);
  }

  /** A run that the host never began touched nothing: to undo what it knows of would be wrong. */
  private Outcome wayBack(TemporalFailure failure) {
    if (Failures.isUnknownToHost(failure)) {
      return Outcome.REJECTED;
    }
    return undo.run() ? timeline.comeBackOutcome(failure) : Outcome.NEEDS_ATTENTION;
  }
}
