package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.EXCHANGE;
import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.QUIESCE;
import static io.safeupdate.workflows.contract.Phase.RESUME;
import static io.safeupdate.workflows.contract.Phase.UNPACK;
import static io.safeupdate.workflows.contract.Phase.VERIFY;

import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import java.util.List;

/**
 * An archive is unpacked beside the user files while the application serves; then the writers stop
 * for as long as renaming takes.
 */
final class MediaRestoreRun extends OperationRun {
  static final List<Phase> PHASES =
      List.of(PREFLIGHT, UNPACK, QUIESCE, EXCHANGE, RESUME, VERIFY, FINISH);

  private final RestoreMediaRequest request;

  MediaRestoreRun(RestoreMediaRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.MEDIA_RESTORE);
    making(UNPACK, step -> activities.media.unpack(step, request));
    timeline.made(request.archive());
    deed(QUIESCE, activities.quiesce::quiesce);
    making(EXCHANGE, activities.media::exchange);
    deed(RESUME, activities.quiesce::resume);
    verifyHealth();
    finish();
    return Outcome.DONE;
  }
}
