package io.safeupdate.activities.phase;

import io.safeupdate.activities.health.Expectation;
import io.safeupdate.activities.health.HealthWatch;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.HealthConfig;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import io.safeupdate.workflows.contract.activity.VerifyActivities;
import java.time.Instant;

/** Judges the new version by its containers and probes, against how it was before. */
public final class VerifyPhase implements VerifyActivities {
  private final Host host;

  public VerifyPhase(Host host) {
    this.host = host;
  }

  @Override
  public Verified verify(Step step) {
    return host.heartbeats().during(progress -> verify(step, progress));
  }

  private Verified verify(Step step, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Instant answered = watch().await(expectation(deployment, record), progress);
    HealthConfig health = deployment.config().health();
    return new Verified(
        "healthy, and stayed so for " + health.soak().toSeconds() + " s",
        new Downtime(record).until(answered));
  }

  private Expectation expectation(Deployment deployment, OperationRecord record) {
    Baseline before = record.get(Baseline.class);
    Services services = new Services(before);
    HealthConfig health = deployment.config().health();
    return new Expectation(
        before.project(),
        services.expected(
            host.compose().config(deployment.project(before)), record.get(PreparedImages.class)),
        services.requiredProbes(health),
        health.timeout(),
        health.soak());
  }

  private HealthWatch watch() {
    return new HealthWatch(host.engine(), host.probes(), host.clock());
  }
}
