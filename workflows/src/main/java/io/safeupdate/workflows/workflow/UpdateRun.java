package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Outcome.NEEDS_ATTENTION;
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
import java.time.Duration;

/**
 * One update, as the table of phases tells it. Each undo is registered before its deed, because a
 * deed whose answer is lost may have happened; so every undo tolerates "never happened".
 */
final class UpdateRun {
  private static final int CLOSINGS = 3;

  private final UpdateRequest request;
  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;
  private final UndoStack undo;

  private PhaseRunner phases;
  private ActivityStubs activities;
  private ActivityStubs undos;

  UpdateRun(UpdateRequest request, Timeline timeline, Decisions decisions) {
    this.request = request;
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = new Steps(request.deployment());
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
    return close(outcome);
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
    undos = ActivityStubs.undos(request.deployment(), longestStep);
  }

  /** Part of preflight, for people. */
  private Policy policy() {
    timeline.start(PREFLIGHT);
    PolicyOverrides overrides = request.policy().orElse(PolicyOverrides.NONE);
    PreflightActivities first = ActivityStubs.policy(request.deployment());
    return Failures.known(() -> first.loadPolicy(steps.first("policy"), overrides));
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
    undo.registerCleanUp(PREPARE, undos.prepare::drop);
    Prepared prepared = phases.run(PREPARE, activities.prepare::prepare, Prepared::summary);
    timeline.strategy(prepared.strategy());
    timeline.notes(prepared.notes());
    return prepared;
  }

  /**
   * Everything that makes the way back sure: from here on the last act of it is the old version up.
   */
  private void secure(Prepared prepared) {
    undo.register("start-old", this::startOld);
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
    undo.register(QUIESCE, undos.quiesce::resume);
    phases.run(QUIESCE, activities.quiesce::quiesce);
  }

  private void snapshot(Prepared prepared) {
    if (prepared.strategy() != Strategy.SNAPSHOT) {
      timeline.skip(SNAPSHOT, "strategy " + prepared.strategy().label() + " needs no copy");
      return;
    }
    undo.registerCleanUp(SNAPSHOT, undos.snapshot::drop);
    phases.run(SNAPSHOT, activities.snapshot::snapshot);
  }

  private void change(Prepared prepared) {
    undo.register(PULL, undos.pull::back);
    phases.run(PULL, activities.pull::pull);
    migrate(prepared);
  }

  private void migrate(Prepared prepared) {
    if (prepared.migration() == Migration.NONE) {
      timeline.skip(MIGRATE, "nothing to migrate");
      return;
    }
    undo.register(MIGRATE, undos.migrate::back);
    if (prepared.migration() == Migration.ON_START) {
      timeline.skip(MIGRATE, "the application migrates its own database when it starts");
      return;
    }
    phases.run(MIGRATE, activities.migrate::migrate);
  }

  private void replace(Prepared prepared) {
    trial(prepared);
    undo.register(REBUILD, undos.rebuild::back);
    phases.run(REBUILD, activities.rebuild::rebuild);
    undo.register(RESTART, undos.restart::remove);
    phases.run(RESTART, activities.restart::restart);
    Verified verified = phases.run(VERIFY, activities.verify::verify, Verified::summary);
    timeline.downtime(verified.downtimeSeconds());
  }

  private void trial(Prepared prepared) {
    if (prepared.skipTrial().isPresent()) {
      timeline.skip(TRIAL, prepared.skipTrial().get());
      return;
    }
    undo.register(TRIAL, undos.trial::remove);
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

  private String startOld(Step step) {
    Verified old = undos.oldVersion.startOld(step);
    timeline.downtime(old.downtimeSeconds());
    return old.summary();
  }

  private TemporalFailure comeBack(TemporalFailure failure) {
    timeline.failed(failure);
    Outcome outcome =
        Detached.call(() -> undo.run() ? timeline.comeBackOutcome(failure) : NEEDS_ATTENTION);
    return Endings.failure(close(outcome), failure);
  }

  /** How the operation ended stands by now, so a failure here is only told. */
  private OperationResult close(Outcome outcome) {
    timeline.outcome(outcome);
    Detached.run(() -> release(outcome));
    decisions.drain();
    return result(outcome);
  }

  /** Tried more than once, because a lock that is left refuses every update that follows. */
  private void release(Outcome outcome) {
    for (int attempt = 1; ; attempt++) {
      try {
        activities.finish.close(steps.first("close"), result(outcome));
        return;
      } catch (TemporalFailure failure) {
        if (attempt == CLOSINGS) {
          timeline.note(
              "The receipt may be missing and the deployment's lock still held: "
                  + Failures.message(failure));
          return;
        }
      }
    }
  }

  private OperationResult result(Outcome outcome) {
    return timeline.progress().result(outcome);
  }
}
