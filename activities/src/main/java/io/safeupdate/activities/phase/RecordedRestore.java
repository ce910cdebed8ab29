package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.BackupRestored;
import io.safeupdate.activities.host.Facts.RecordedDatabase;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;

/**
 * Makes a restore point's database anew beside the live one. The restore point keeps what it has,
 * so that it can be gone back to again.
 */
final class RecordedRestore {
  private final Deployment deployment;
  private final Step step;
  private final Baseline before;
  private final RollbackTarget target;
  private final Postgres postgres;

  RecordedRestore(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.before = deployment.record(step).get(Baseline.class);
    this.target = deployment.record(step).get(RollbackTarget.class);
    this.postgres = deployment.postgres(before);
  }

  BackupRestored run(Progress progress) {
    RecordedDatabase source = target.database().orElseThrow();
    String database = new DatabaseNames(step.tag()).restore();
    BackupRestored restored =
        source
            .copy()
            .map(copy -> copied(copy, database, progress))
            .orElseGet(() -> restored(source.backup().orElseThrow(), database, progress));
    compare(restored.database());
    return restored;
  }

  private BackupRestored copied(SnapshotTaken copy, String database, Progress progress) {
    LiveDatabase live = before.database().orElseThrow();
    RestorePhase.requireRoom(postgres, live, postgres.bytes(copy.database()));
    long oid = postgres.copyOf(copy.database(), database, step.operation(), progress);
    RestoredRows.count(deployment.record(step), postgres, database);
    return new BackupRestored(copy.database(), database, oid);
  }

  private BackupRestored restored(VerifiedBackup backup, String database, Progress progress) {
    BackupFiles files = deployment.backups(before.project());
    progress.report("verifying " + backup.name());
    if (!files.verify(backup.name()).sha256().equals(backup.sha256())) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "The backup %s is not the file that was recorded: its SHA-256 was %s."
              .formatted(backup.name(), backup.sha256()));
    }
    RestorePhase.requireRoom(postgres, before.database().orElseThrow());
    long oid =
        new Restores(postgres, files, progress)
            .restoreInto(backup.name(), database, step.operation());
    RestoredRows.count(deployment.record(step), postgres, database);
    return new BackupRestored(backup.name(), database, oid);
  }

  /** Rows count only where the recorded ones are those of the very moment of the backup. */
  private void compare(String database) {
    RestorePoint point = deployment.restorePoints().find(target.restorePoint()).orElseThrow();
    Counts counts = point.strategy().restoresFromBackup() ? Counts.EXACT : Counts.ESTIMATED;
    Fingerprint found = postgres.fingerprint(database, counts);
    point
        .fingerprint()
        .flatMap(expected -> expected.difference(found))
        .ifPresent(
            difference -> {
              throw new StepFailure(
                  FailureType.RESTORE_UNVERIFIED,
                  "What was restored beside the live database is not what restore point %s recorded: %s"
                      .formatted(point.id(), difference));
            });
  }
}
