package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.SnapshotActivities;
import io.safeupdate.workflows.contract.activity.Step;

/**
 * Copies the quiesced database beside itself; bringing it back is then two renames. A cancel leaves
 * the server copying, and the undo ends that.
 */
public final class SnapshotPhase implements SnapshotActivities {
  private final Host host;

  public SnapshotPhase(Host host) {
    this.host = host;
  }

  @Override
  public String snapshot(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    LiveDatabase live = before.database().orElseThrow();
    SnapshotTaken taken =
        deployment.once(
            step, SnapshotTaken.class, progress -> copy(deployment, step, before, progress));
    return Amounts.bytes(live.bytes()) + " copied to " + taken.database();
  }

  private static SnapshotTaken copy(
      Deployment deployment, Step step, Baseline before, Progress progress) {
    Postgres postgres = deployment.postgres(before);
    String name = new DatabaseNames(step.tag()).snapshot();
    return new SnapshotTaken(name, postgres.copy(name, step.operation(), progress));
  }

  @Override
  public String drop(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    if (record.get(PreparedImages.class).answer().strategy() != Strategy.SNAPSHOT) {
      return "no copy was made";
    }
    Baseline before = record.get(Baseline.class);
    LiveDatabase live = before.database().orElseThrow();
    Postgres postgres = deployment.postgres(before);
    postgres.endCopying();
    postgres.allowConnections(live.name());
    postgres.dropIfOurs(new DatabaseNames(step.tag()).snapshot());
    RestorePoints points = deployment.restorePoints();
    points.find(before.restorePoint()).ifPresent(point -> points.write(point.withoutSnapshot()));
    return "no copy is left";
  }
}
