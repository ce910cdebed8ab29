package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.EXPORT;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;

import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/** Backups are copied out while the application serves; only an unfinished copy is ever undone. */
final class ExportRun extends OperationRun {
  static final List<Phase> PHASES = List.of(PREFLIGHT, EXPORT);

  private final ExportRequest request;

  ExportRun(ExportRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.EXPORT);
    making(EXPORT, step -> activities.backupFiles.export(step, request))
        .name()
        .ifPresent(timeline::made);
    return Outcome.DONE;
  }
}
