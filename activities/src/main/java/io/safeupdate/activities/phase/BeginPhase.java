package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.Undertaking;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.activity.BeginActivities;
import io.safeupdate.workflows.contract.activity.Begun;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** Takes the lock, and writes down how the deployment is that an operation is for. */
public final class BeginPhase implements BeginActivities {
  private final Host host;

  public BeginPhase(Host host) {
    this.host = host;
  }

  @Override
  public Begun begin(Step step, OperationType type) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.take(step);
    record.once(Undertaking.class, () -> new Undertaking(type));
    return record
        .find(Baseline.class)
        .map(before -> answer(before, List.of()))
        .orElseGet(
            () -> host.heartbeats().during(progress -> look(deployment, step, type, progress)));
  }

  private static Begun look(
      Deployment deployment, Step step, OperationType type, Progress progress) {
    OperationRecord record = deployment.record(step);
    Findings findings = new Findings(deployment, Optional.empty(), progress);
    Survey.forOperation(findings, type);
    if (findings.failed()) {
      throw findings.failure();
    }
    record.reserve().take();
    Baseline before = record.once(Baseline.class, () -> Baselines.ofOperation(findings, step));
    return answer(before, findings.warnings());
  }

  private static Begun answer(Baseline before, List<String> notes) {
    String database =
        before.database().map(live -> ", database " + live.name()).orElse(", no database");
    return new Begun(before.from(), "at " + Commits.abbreviated(before.from()) + database, notes);
  }
}
