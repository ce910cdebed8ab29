package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.Phase.IMPORT;
import static io.safeupdate.workflows.contract.Phase.PREFLIGHT;

import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import java.util.List;

/** A file becomes a backup, or nothing is left of it. */
final class ImportRun extends OperationRun {
  static final List<Phase> PHASES = List.of(PREFLIGHT, IMPORT);

  private final ImportRequest request;

  ImportRun(ImportRequest request, Timeline timeline, Decisions decisions) {
    super(request.deployment(), timeline, decisions);
    this.request = request;
  }

  @Override
  Outcome work() {
    begin(OperationType.IMPORT);
    making(IMPORT, step -> activities.backupFiles.importBackup(step, request))
        .name()
        .ifPresent(timeline::made);
    return Outcome.DONE;
  }
}
