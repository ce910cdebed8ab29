package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.HealthConfig;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.TrialActivities;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the probed services of the new version beside the running ones. Nobody but the probes
 * reaches them: a one-off has no service alias, its port is published on a random local one, and
 * its labels are taken off, because a proxy that discovers containers by label would send it users.
 */
public final class TrialPhase implements TrialActivities {
  private final Host host;

  public TrialPhase(Host host) {
    this.host = host;
  }

  @Override
  public String trial(Step step) {
    try {
      return host.heartbeats().during(progress -> trial(step, progress));
    } finally {
      if (!Thread.currentThread().isInterrupted()) {
        OneOffs.removeTrials(host.engine(), step);
      }
    }
  }

  private String trial(Step step, Progress progress) {
    OneOffs.removeTrials(host.engine(), step);
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    ComposeProject project = deployment.project(before);
    ComposeModel target = host.compose().config(project);
    HealthConfig health = deployment.config().health();
    MigrationMark.setWhereStartMigrates(record, host.clock());
    List<String> tried = new ArrayList<>();
    for (TrialTarget probed :
        TrialTarget.of(
            target,
            new Services(before).requiredProbes(health),
            record.get(PreparedImages.class).backends())) {
      OneOffs.Job job =
          new OneOffs.Job(
              "trial-" + ImageNames.plain(probed.service()),
              project,
              target,
              probed.service(),
              image(record, before, probed.service()),
              List.of(),
              health.timeout());
      new TrialRun(host, step, record, job, probed).run(health, progress);
      tried.add(probed.service());
    }
    return String.join(", ", tried) + " of the new version answered as it should";
  }

  private static String image(OperationRecord record, Baseline before, String service) {
    return record
        .get(PreparedImages.class)
        .of(service)
        .map(PreparedImages.PreparedImage::tag)
        .orElseGet(() -> before.of(service).get(0).imageId());
  }

  @Override
  public String remove(Step step) {
    int removed = OneOffs.removeTrials(host.engine(), step);
    return removed == 0
        ? "nothing left of the trial"
        : Amounts.count(removed, "trial container") + " removed";
  }
}
