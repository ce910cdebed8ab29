package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.BACKUP;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.TRIAL_RESTORE;

import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/** A backup is made and verified while the application serves; nothing is there to undo. */
final class BackupRun extends OperationRun {
  static final List<Phase> PHASES = List.of(PREFLIGHT, BACKUP, TRIAL_RESTORE, FINISH);

  private final BackupRequest request;

  BackupRun(BackupRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.BACKUP);
    making(BACKUP, step -> activities.makeBackup.make(step, request))
        .name()
        .ifPresent(timeline::made);
    if (request.trialRestore().orElse(false)) {
      making(TRIAL_RESTORE, activities.makeBackup::tryOut);
    } else {
      timeline.skip(TRIAL_RESTORE, "not asked for");
    }
    finish();
    return Outcome.DONE;
  }
}
