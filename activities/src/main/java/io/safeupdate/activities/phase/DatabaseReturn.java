package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.MoreRows;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.database.Swap;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.DatabaseBack;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the database back by the strategy of the operation; every step may be repeated. */
final class DatabaseReturn {
  private static final int TAIL = 20;

  private final Deployment deployment;
  private final Step step;
  private final OperationRecord record;
  private final Baseline before;

  DatabaseReturn(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.record = deployment.record(step);
    this.before = record.get(Baseline.class);
  }

  DatabaseBack run(Progress progress) {
    return switch (record.get(PreparedImages.class).answer().strategy()) {
      case NONE ->
          new DatabaseBack(Optional.empty(), List.of(), "there is no database to bring back");
      case SNAPSHOT -> bySnapshot(progress);
      case SWAP -> bySwap(progress);
      case COMMAND -> byCommand(progress);
    };
  }

  private DatabaseBack bySnapshot(Progress progress) {
    SnapshotTaken snapshot = record.get(SnapshotTaken.class);
    progress.report("renaming the copy into place");
    return swapped(snapshot.database(), snapshot.oid(), "the copy took the database's place");
  }

  private DatabaseBack bySwap(Progress progress) {
    RestoredBeside restored = record.once(RestoredBeside.class, () -> restoreBeside(progress));
    return swapped(
        restored.database(),
        restored.oid(),
        "the backup, restored and compared, took the database's place");
  }

  /** A backup that was restored into a database beside the live one, and compared. */
  record RestoredBeside(String database, long oid) {}

  private RestoredBeside restoreBeside(Progress progress) {
    VerifiedBackup backup = record.get(VerifiedBackup.class);
    String name = names().restore();
    BackupFiles files = recordedBackup(backup);
    long oid =
        new Restores(postgres(), files, progress)
            .restoreInto(backup.name(), name, step.operation());
    compare(name);
    return new RestoredBeside(name, oid);
  }

  /** The very file that was recorded, byte for byte. */
  private BackupFiles recordedBackup(VerifiedBackup backup) {
    BackupFiles files = deployment.backups(before.project());
    if (!files.verify(backup.name()).sha256().equals(backup.sha256())) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "The backup %s is not the file that was recorded: its SHA-256 was %s."
              .formatted(backup.name(), backup.sha256()));
    }
    return files;
  }

  private DatabaseBack swapped(String replacement, long oid, String how) {
    Postgres postgres = postgres();
    String abandoned = names().abandoned(live().name());
    postgres.swapIn(new Swap(replacement, oid, Optional.of(live().oid()), abandoned));
    return new DatabaseBack(
        Optional.of(abandoned), rowsLost(postgres.moreRows(abandoned, live().name())), how);
  }

  private static List<String> rowsLost(MoreRows more) {
    List<String> words = new ArrayList<>();
    more.tables().forEach((table, rows) -> words.add(table + " (" + rows + ")"));
    return words;
  }

  private DatabaseBack byCommand(Progress progress) {
    DatabaseConfig config = deployment.databaseConfig();
    VerifiedBackup backup = record.get(VerifiedBackup.class);
    ComposeProject project = deployment.project(before);
    recordedBackup(backup);
    OneOffs oneOffs = new OneOffs(deployment.host(), step);
    OneOffs.Ended ended =
        oneOffs.run(
            new OneOffs.Job(
                "restore",
                project,
                deployment.host().compose().config(project),
                config.service(),
                ImageNames.pinned(deployment.name(), config.service(), before.restorePoint()),
                config.restore(backup.name()),
                deployment.config().update().commandTimeout()),
            record,
            progress);
    oneOffs.remove("restore");
    if (!ended.succeeded()) {
      throw new StepFailure(
          FailureType.RESTORE_UNVERIFIED,
          "The restore command ended with code %d; the backup %s is untouched.%nIts last lines:%n%s"
              .formatted(ended.exitCode(), backup.name(), ended.tail(TAIL)));
    }
    compare(live().name());
    return new DatabaseBack(
        Optional.empty(), List.of(), "the restore command brought back " + backup.name());
  }

  /** A restore is what it restored, not what it said. */
  private void compare(String database) {
    Fingerprint expected = record.get(RecordPhase.RecordedFingerprint.class).fingerprint();
    Fingerprint found = postgres().fingerprint(database, Counts.EXACT);
    expected
        .difference(found)
        .ifPresent(
            difference -> {
              throw new StepFailure(
                  FailureType.RESTORE_UNVERIFIED,
                  "The restored database %s is not what was recorded: %s"
                      .formatted(database, difference));
            });
  }

  private Postgres postgres() {
    return deployment.postgres(before);
  }

  private LiveDatabase live() {
    return before.database().orElseThrow();
  }

  private DatabaseNames names() {
    return new DatabaseNames(step.tag());
  }
}
