package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.UpdateConfig;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.activity.Preflight;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** Takes the lock, checks everything, and writes down how the deployment was. */
public final class PreflightPhase implements PreflightActivities {
  private final Host host;

  public PreflightPhase(Host host) {
    this.host = host;
  }

  @Override
  public Policy loadPolicy(Step step, PolicyOverrides overrides) {
    var config = host.deployment(step.deployment()).config();
    UpdateConfig update = config.update();
    return new Policy(
        overrides.onFailure().orElse(OnFailure.of(update.onFailure().name())),
        update.holdFor(),
        config.health().timeout(),
        config.health().soak(),
        Optional.of(update.stepTimeout()));
  }

  @Override
  public Preflight preflight(Step step, UpdateRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.take(step);
    return record
        .find(Baseline.class)
        .map(before -> answer(before, List.of()))
        .orElseGet(
            () -> host.heartbeats().during(progress -> look(deployment, step, request, progress)));
  }

  private Preflight look(
      Deployment deployment, Step step, UpdateRequest request, Progress progress) {
    OperationRecord record = deployment.record(step);
    record.put(Overrides.of(request.policy().orElse(PolicyOverrides.NONE)));
    Findings findings = new Findings(deployment, request.to(), progress);
    Survey.all(findings, step.tag());
    if (findings.failed()) {
      findings.export.ifPresent(Export::delete);
      throw findings.failure();
    }
    record.reserve().take();
    Baseline before = record.once(Baseline.class, () -> Baselines.of(findings, step));
    return answer(before, findings.warnings());
  }

  private static Preflight answer(Baseline before, List<String> notes) {
    String summary =
        before.from().equals(before.to())
            ? "nothing new: already at " + Commits.abbreviated(before.from())
            : Commits.abbreviated(before.from()) + " → " + Commits.abbreviated(before.to());
    return new Preflight(before.from(), before.to(), summary, notes);
  }
}
