package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.FINISH;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;
import static io.safeupdate.workflows.contract.Phase.QUIESCE;
import static io.safeupdate.workflows.contract.Phase.RESTORE;
import static io.safeupdate.workflows.contract.Phase.RESUME;
import static io.safeupdate.workflows.contract.Phase.SWAP;
import static io.safeupdate.workflows.contract.Phase.VERIFY;

import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreRequest;
import java.util.List;

/**
 * A backup is restored beside the live database while the application serves; then the writers
 * stop, the two databases change places, and the writers start on the restored one.
 */
final class RestoreRun extends OperationRun {
  static final List<Phase> PHASES =
      List.of(PREFLIGHT, RESTORE, QUIESCE, SWAP, RESUME, VERIFY, FINISH);

  private final RestoreRequest request;

  RestoreRun(RestoreRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.RESTORE);
    making(RESTORE, step -> activities.restore.restoreBeside(step, request));
    timeline.made(request.backup());
    deed(QUIESCE, activities.quiesce::quiesce);
    making(SWAP, activities.restore::swapIn);
    deed(RESUME, activities.quiesce::resume);
    verifyHealth();
    tellOfReplaced();
    finish();
    return Outcome.DONE;
  }
}
