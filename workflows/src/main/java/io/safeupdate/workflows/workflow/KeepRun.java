package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.KEEP;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;

import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/** A pin is put on a backup or taken off; nothing is there to undo. */
final class KeepRun extends OperationRun {
  static final List<Phase> PHASES = List.of(PREFLIGHT, KEEP);

  private final KeepRequest request;

  KeepRun(KeepRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.KEEP);
    making(KEEP, step -> activities.backupFiles.keep(step, request))
        .name()
        .ifPresent(timeline::made);
    return Outcome.DONE;
  }
}
