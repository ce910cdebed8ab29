package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.BackupRestored;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.Facts.Undertaking;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.RollbackRequest;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.RollbackActivities;
import io.safeupdate.workflows.contract.activity.RollbackBegun;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** What a rollback does while the application still serves. */
public final class RollbackPhase implements RollbackActivities {
  private final Host host;

  public RollbackPhase(Host host) {
    this.host = host;
  }

  @Override
  public RollbackBegun begin(Step step, RollbackRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.take(step);
    record.once(Undertaking.class, () -> new Undertaking(OperationType.ROLLBACK));
    return record
        .find(Baseline.class)
        .map(before -> answer(before, record.get(RollbackTarget.class), List.of()))
        .orElseGet(
            () -> host.heartbeats().during(progress -> look(deployment, step, request, progress)));
  }

  private static RollbackBegun look(
      Deployment deployment, Step step, RollbackRequest request, Progress progress) {
    OperationRecord record = deployment.record(step);
    Findings findings = new Findings(deployment, Optional.empty(), progress);
    RollbackExam exam = new RollbackExam(request, step.tag());
    Survey.forRollback(findings, request.code(), exam);
    if (findings.failed()) {
      throw findings.failure();
    }
    record.reserve().take();
    RollbackTarget target = record.once(RollbackTarget.class, exam::target);
    Baseline before = record.once(Baseline.class, () -> Baselines.ofRollback(findings, step));
    return answer(before, target, findings.warnings());
  }

  private static RollbackBegun answer(Baseline before, RollbackTarget target, List<String> notes) {
    String code = target.code() ? "commit " + Commits.abbreviated(before.to()) : "";
    String data = target.database().map(RecordedDatabases::inWords).orElse("");
    String both = code.isEmpty() || data.isEmpty() ? code + data : code + ", " + data;
    return new RollbackBegun(
        before.from(),
        before.to(),
        target.restorePoint(),
        target.code(),
        target.database().isPresent(),
        before.database().isPresent(),
        "to restore point " + target.restorePoint() + ": " + both,
        notes);
  }

  @Override
  public Prepared prepare(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    return deployment
        .once(
            step,
            PreparedImages.class,
            progress -> new RollbackPreparation(deployment, step).run(progress))
        .answer();
  }

  @Override
  public Made restoreBeside(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    BackupRestored restored =
        deployment.once(
            step,
            BackupRestored.class,
            progress -> new RecordedRestore(deployment, step).run(progress));
    return new Made(
        Optional.of(restored.database()),
        restored.backup() + " beside the live database, as it was recorded",
        List.of());
  }
}
