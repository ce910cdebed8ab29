package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.BACKUP;
import static io.safeupdate.workflows.contract.Phase.CHECKOUT;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.PREPARE;
import static io.safeupdate.workflows.contract.Phase.QUIESCE;
import static io.safeupdate.workflows.contract.Phase.REBUILD;
import static io.safeupdate.workflows.contract.Phase.RECORD;
import static io.safeupdate.workflows.contract.Phase.RESTART;
import static io.safeupdate.workflows.contract.Phase.RESTORE;
import static io.safeupdate.workflows.contract.Phase.RESUME;
import static io.safeupdate.workflows.contract.Phase.SWAP;
import static io.safeupdate.workflows.contract.Phase.VERIFY;

import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RollbackRequest;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.RollbackBegun;
import io.safeupdate.workflows.contract.activity.Verified;
import java.util.List;

/**
 * A deployment goes back to a restore point. Everything that takes long is made beside what runs;
 * then the writers stop, a new restore point says how all is now, and database, files and
 * containers change places.
 */
final class RollbackRun extends OperationRun {
  static final List<Phase> PHASES =
      List.of(
          PREFLIGHT, PREPARE, BACKUP, RESTORE, QUIESCE, RECORD, SWAP, CHECKOUT, REBUILD, RESTART,
          RESUME, VERIFY, FINISH);

  private static final String CODE_STAYS = "code and images stay as they are";

  private final RollbackRequest request;

  RollbackRun(RollbackRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    RollbackBegun begun = begin();
    Prepared prepared = prepare();
    restore(begun);
    secure(begun, prepared);
    change(begun);
    if (begun.database()) {
      tellOfReplaced();
    }
    finish();
    return Outcome.DONE;
  }

  private RollbackBegun begin() {
    RollbackBegun begun =
        phases.run(
            PREFLIGHT, step -> activities.rollback.begin(step, request), RollbackBegun::summary);
    timeline.commits(begun.from(), begun.to());
    timeline.notes(begun.notes());
    return begun;
  }

  private Prepared prepare() {
    undos.register(PREPARE);
    Prepared prepared = phases.run(PREPARE, activities.rollback::prepare, Prepared::summary);
    timeline.strategy(prepared.strategy());
    timeline.notes(prepared.notes());
    return prepared;
  }

  private void restore(RollbackBegun begun) {
    if (begun.backs()) {
      phases.run(BACKUP, activities.backup::backup);
    } else {
      timeline.skip(BACKUP, "the deployment has no database");
    }
    if (begun.database()) {
      making(RESTORE, activities.rollback::restoreBeside);
    } else {
      timeline.skip(RESTORE, "the database stays as it is");
    }
  }

  /** The new restore point is taken with the writers stopped, so that it knows every row. */
  private void secure(RollbackBegun begun, Prepared prepared) {
    if (prepared.quiesces()) {
      deed(QUIESCE, activities.quiesce::quiesce);
    } else {
      timeline.skip(QUIESCE, "nothing that they write to is replaced");
    }
    timeline.restorePoint(
        phases.run(RECORD, activities.record::record, id -> "restore point " + id));
    if (begun.database()) {
      making(SWAP, activities.restore::swapIn);
    } else {
      timeline.skip(SWAP, "the database stays as it is");
    }
  }

  private void change(RollbackBegun begun) {
    if (!begun.code()) {
      List.of(CHECKOUT, REBUILD, RESTART).forEach(phase -> timeline.skip(phase, CODE_STAYS));
      deed(RESUME, activities.quiesce::resume);
      verifyHealth();
      return;
    }
    deed(CHECKOUT, activities.checkout::checkOut);
    deed(REBUILD, activities.rebuild::rebuild);
    deed(RESTART, activities.restart::restart);
    timeline.skip(RESUME, "all were started anew");
    Verified verified = phases.run(VERIFY, activities.verify::verify, Verified::summary);
    timeline.downtime(verified.downtimeSeconds());
  }
}
