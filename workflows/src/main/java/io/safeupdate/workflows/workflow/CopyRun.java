package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.AFTER_COPY;
import static io.safeupdate.workflows.contract.Phase.BACKUP;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.MIGRATE;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.QUIESCE;
import static io.safeupdate.workflows.contract.Phase.RESTORE;
import static io.safeupdate.workflows.contract.Phase.RESUME;
import static io.safeupdate.workflows.contract.Phase.SWAP;
import static io.safeupdate.workflows.contract.Phase.TRANSFER;
import static io.safeupdate.workflows.contract.Phase.VERIFY;

import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/**
 * A backup of one deployment is restored beside the live database of another while both serve; then
 * the writers of that one stop, its two databases change places, and its own version migrates the
 * copy before they start again.
 *
 * <p>The operation has the lock of the deployment that it goes to. The other one's is taken only by
 * the backup, an operation of its own, and never waited for: so two copies in opposite directions
 * refuse each other instead of waiting for each other.
 */
final class CopyRun extends OperationRun {
  static final List<Phase> PHASES =
      List.of(
          PREFLIGHT,
          BACKUP,
          TRANSFER,
          RESTORE,
          AFTER_COPY,
          QUIESCE,
          SWAP,
          MIGRATE,
          RESUME,
          VERIFY,
          FINISH);

  private final CopyRequest request;

  CopyRun(CopyRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(step -> activities.copy.begin(step, request));
    CopyRequest known = request.of(backup());
    timeline.made(known.backup().orElseThrow());
    making(TRANSFER, step -> activities.copy.transfer(step, known));
    making(RESTORE, activities.copy::restoreBeside);
    deed(AFTER_COPY, activities.copy::afterCopy);
    deed(QUIESCE, activities.quiesce::quiesce);
    making(SWAP, activities.restore::swapIn);
    deed(MIGRATE, activities.copy::migrate);
    deed(RESUME, activities.quiesce::resume);
    verifyHealth();
    finish();
    return Outcome.DONE;
  }

  private String backup() {
    if (request.backup().isPresent()) {
      timeline.skip(BACKUP, "an earlier one was asked for");
      return request.backup().get();
    }
    BackupElsewhere backup = new BackupElsewhere(request.from());
    return phases.run(BACKUP, any -> backup.make(), name -> name + " of " + request.from());
  }
}
