package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.BACKUP;
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

import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.activity.Preflight;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Verified;

/**
 * One update, as the table of phases tells it. Each undo is registered before its deed, because a
 * deed whose answer is lost may have happened; so every undo tolerates "never happened".
 */
final class UpdateRun extends OperationRun {
  private final UpdateRequest request;

  UpdateRun(UpdateRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  PolicyOverrides overrides() {
    return request.policy().orElse(PolicyOverrides.NONE);
  }

  @Override
  Outcome work() {
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
}
