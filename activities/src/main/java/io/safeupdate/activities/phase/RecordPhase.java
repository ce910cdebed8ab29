package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.host.RestorePoint.PinnedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.RecordActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** Writes the restore point: pins first, then the copies, the manifest last. */
public final class RecordPhase implements RecordActivities {
  /** Counted within a second or two. */
  private static final long QUICKLY_COUNTED = 1L << 30;

  private final Host host;

  public RecordPhase(Host host) {
    this.host = host;
  }

  @Override
  public String record(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    if (deployment.restorePoints().find(before.restorePoint()).isEmpty()) {
      host.heartbeats().during(progress -> write(deployment, step, before, progress));
    }
    return before.restorePoint();
  }

  private RestorePoint write(Deployment deployment, Step step, Baseline before, Progress progress) {
    OperationRecord record = deployment.record(step);
    Pins.take(deployment, before);
    deployment.checkout().keep(PrivateRefs.restorePoint(before.restorePoint()), before.from());
    RestorePoint point =
        copied(deployment, before, point(deployment, step, before, record), progress);
    EnvCopy.write(point, deployment.restorePoints().directory(point.id()));
    RecoverNote.write(point, deployment, before.database());
    deployment.restorePoints().write(point);
    return point;
  }

  private static RestorePoint copied(
      Deployment deployment, Baseline before, RestorePoint point, Progress progress) {
    return CheckoutCopies.areWanted(deployment)
        ? point.with(new CheckoutCopies(deployment, point.id()).make(before, progress))
        : point;
  }

  private RestorePoint point(
      Deployment deployment, Step step, Baseline before, OperationRecord record) {
    Strategy strategy = record.get(PreparedImages.class).answer().strategy();
    return new RestorePoint(
        RestorePoint.SCHEMA_VERSION,
        before.restorePoint(),
        host.clock().instant(),
        deployment.name(),
        step.operation(),
        before.from(),
        before.subject(),
        before.branch(),
        PrivateRefs.restorePoint(before.restorePoint()),
        before.to(),
        deployment.config().directory(),
        deployment.config().composeFiles(),
        before.project(),
        images(deployment, before),
        strategy,
        record.find(VerifiedBackup.class),
        record.find(SnapshotTaken.class),
        deployment.config().envFile(),
        deployment.config().envFile().map(EnvCopy::sha256),
        before.modelHash(),
        fingerprint(deployment, before, record, strategy),
        Optional.empty(),
        record.find(MediaArchived.class));
  }

  private static List<PinnedImage> images(Deployment deployment, Baseline before) {
    return before.containers().stream()
        .filter(it -> !it.service().isEmpty())
        .map(
            it ->
                new PinnedImage(
                    it.service(),
                    it.imageReference(),
                    it.imageId(),
                    ImageNames.pinned(deployment.name(), it.service(), before.restorePoint())))
        .distinct()
        .toList();
  }

  /**
   * Rows are counted where the backup is the way back, for they are what proves a restore; and
   * where nothing has stopped and it takes no time, so that a rollback can say what it loses.
   */
  private static Counts counts(Strategy strategy, LiveDatabase live) {
    boolean isCheap = strategy == Strategy.NONE && live.bytes() < QUICKLY_COUNTED;
    return strategy.restoresFromBackup() || isCheap ? Counts.EXACT : Counts.ESTIMATED;
  }

  private static Optional<Fingerprint> fingerprint(
      Deployment deployment, Baseline before, OperationRecord record, Strategy strategy) {
    return before
        .database()
        .map(
            live -> {
              Postgres postgres = deployment.postgres(before);
              return record
                  .once(
                      RecordedFingerprint.class,
                      () ->
                          new RecordedFingerprint(
                              postgres.fingerprint(live.name(), counts(strategy, live))))
                  .fingerprint();
            });
  }

  /** The fingerprint as it was taken first. */
  record RecordedFingerprint(Fingerprint fingerprint) {}
}
