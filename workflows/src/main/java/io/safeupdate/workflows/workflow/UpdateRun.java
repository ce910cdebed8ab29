package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Outcome.NEEDS_ATTENTION;
import static io.safeupdate.workflows.contract.Outcome.REJECTED;
import static io.safeupdate.workflows.contract.Phase.BACKUP;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.MIGRATE;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.PREPARE;
import static io.safeupdate.workflows.contract.Phase.PULL;
import static io.safeupdate.workflows.contract.Phase.QUIESCE;
import static io.safeupdate.workflows.contract.Phase.REBUILD;
import static io.safeupdate.workflows.contract.Phase.RECORD;
import static io.safeupdate.workflows.contract.Phase.RESTART;
import static io.safeupdate.workflows.contract.Phase.SNAPSHOT;
import static io.safeupdate.workflows.contract.Phase.TRIAL;
import static io.safeupdate.workflows.contract.Phase.VERIFY;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.activity.Preflight;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import java.time.Duration;
import java.util.Optional;

/**
 * One update, as the table of phases tells it. Each undo is registered before its deed, because a
 * deed whose answer is lost may have happened; so every undo tolerates "never happened".
 */
final class UpdateRun {
  private final UpdateRequest request;
  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;
  private final UndoStack undo;

  private PhaseRunner phases;
  private ActivityStubs activities;
  private Undos undos;
  private Closing closing;

  UpdateRun(UpdateRequest request, Timeline timeline, Decisions decisions) {
    this.request = request;
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = Steps.ofThisRun(request.deployment());
    this.undo = new UndoStack(timeline, decisions, steps);
    allow(Policy.STEP_TIMEOUT);
  }

  /** Runs the update to its end: an answer, or a failure that carries one. */
  OperationResult run() {
    Outcome outcome;
    try {
      outcome = update();
    } catch (TemporalFailure failure) {
      throw comeBack(failure);
    }
    return closing.close(outcome);
  }

  private Outcome update() {
    Policy policy = policy();
    phases = new PhaseRunner(timeline, decisions, steps, policy);
    allow(policy.longestStep());
    Preflight found = preflight();
    if (found.alreadyCurrent()) {
      timeline.skipRest("nothing to update");
      return Outcome.ALREADY_CURRENT;
    }
    Prepared prepared = prepare();
    secure(prepared);
    change(prepared);
    replace(prepared);
    finish();
    return Outcome.UPDATED;
  }

  private void allow(Duration longestStep) {
    activities = ActivityStubs.deeds(request.deployment(), longestStep);
    undos = new Undos(ActivityStubs.undos(request.deployment(), longestStep), undo, timeline);
    closing = new Closing(timeline, decisions, steps, activities);
  }

  /** Part of preflight, for people. */
  private Policy policy() {
    timeline.start(PREFLIGHT);
    PolicyOverrides overrides = request.policy().orElse(PolicyOverrides.NONE);
    PreflightActivities first = ActivityStubs.policy(request.deployment());
    return Failures.known(() -> first.loadPolicy(steps.first(Step.POLICY), overrides));
  }

  private Preflight preflight() {
    Preflight found =
        phases.run(
            PREFLIGHT, step -> activities.preflight.preflight(step, request), Preflight::summary);
    timeline.commits(found.from(), found.to());
    timeline.notes(found.notes());
    return found;
  }

  private Prepared prepare() {
    undos.register(PREPARE);
    Prepared prepared = phases.run(PREPARE, activities.prepare::prepare, Prepared::summary);
    timeline.strategy(prepared.strategy());
    timeline.notes(prepared.notes());
    return prepared;
  }

  /**
   * Everything that makes the way back sure: from here on the last act of it is the old version up.
   */
  private void secure(Prepared prepared) {
    undos.registerStartOld();
    if (prepared.strategy().restoresFromBackup()) {
      quiesce(prepared);
      backup(prepared);
    } else {
      backup(prepared);
      quiesce(prepared);
    }
    snapshot(prepared);
    timeline.restorePoint(
        phases.run(RECORD, activities.record::record, id -> "restore point " + id));
  }

  private void backup(Prepared prepared) {
    if (prepared.skipBackup().isPresent()) {
      timeline.skip(BACKUP, prepared.skipBackup().get());
      return;
    }
    phases.run(BACKUP, activities.backup::backup);
  }

  private void quiesce(Prepared prepared) {
    if (!prepared.quiesces()) {
      timeline.skip(QUIESCE, "no migration is pending: the old version goes on serving");
      return;
    }
    undos.register(QUIESCE);
    phases.run(QUIESCE, activities.quiesce::quiesce);
  }

  private void snapshot(Prepared prepared) {
    if (prepared.strategy() != Strategy.SNAPSHOT) {
      timeline.skip(SNAPSHOT, "strategy " + prepared.strategy().label() + " needs no copy");
      return;
    }
    undos.register(SNAPSHOT);
    phases.run(SNAPSHOT, activities.snapshot::snapshot);
  }

  private void change(Prepared prepared) {
    undos.register(PULL);
    phases.run(PULL, activities.pull::pull);
    migrate(prepared);
  }

  private void migrate(Prepared prepared) {
    if (prepared.migration() == Migration.NONE) {
      timeline.skip(MIGRATE, "nothing to migrate");
      return;
    }
    undos.register(MIGRATE);
    if (prepared.migration() == Migration.ON_START) {
      timeline.skip(MIGRATE, "the application migrates its own database when it starts");
      return;
    }
    phases.run(MIGRATE, activities.migrate::migrate);
  }

  private void replace(Prepared prepared) {
    trial(prepared);
    undos.register(REBUILD);
    phases.run(REBUILD, activities.rebuild::rebuild);
    undos.register(RESTART);
    phases.run(RESTART, activities.restart::restart);
    Verified verified = phases.run(VERIFY, activities.verify::verify, Verified::summary);
    timeline.downtime(verified.downtimeSeconds());
  }

  private void trial(Prepared prepared) {
    if (prepared.skipTrial().isPresent()) {
      timeline.skip(TRIAL, prepared.skipTrial().get());
      return;
    }
    undos.register(TRIAL);
    phases.run(TRIAL, activities.trial::trial);
  }

  /** The update stands: neither a cancel nor a failing clean-up brings it back any more. */
  private void finish() {
    Detached.run(
        () -> {
          try {
            phases.runOnce(FINISH, activities.finish::finish);
          } catch (TemporalFailure failure) {
            timeline.forgive("Cleaning up failed, the update stands: " + Failures.message(failure));
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
      return REJECTED;
    }
    return undo.run() ? timeline.comeBackOutcome(failure) : NEEDS_ATTENTION;
  }
}
