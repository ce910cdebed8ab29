package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.ARCHIVE;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;

import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/** User files go into an archive while the application serves; nothing is there to undo. */
final class MediaBackupRun extends OperationRun {
  static final List<Phase> PHASES = List.of(PREFLIGHT, ARCHIVE, FINISH);

  MediaBackupRun(BackupMediaRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
  }

  @Override
  Outcome work() {
    begin(OperationType.MEDIA_BACKUP);
    making(ARCHIVE, activities.media::archive).name().ifPresent(timeline::made);
    finish();
    return Outcome.DONE;
  }
}
