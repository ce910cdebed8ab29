package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Facts.RecordedDatabase;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.RestorePoint;
import java.util.Optional;

/** What there still is on the server of a restore point's database. */
final class RecordedDatabases {
  private final Postgres postgres;
  private final Deployment deployment;
  private final String project;

  RecordedDatabases(Deployment deployment, String project) {
    this.deployment = deployment;
    this.project = project;
    this.postgres = deployment.postgres(project);
  }

  /** The copy where it is still there, for it has every row; else the backup. */
  Optional<RecordedDatabase> of(RestorePoint point) {
    Optional<SnapshotTaken> copy = point.snapshot().filter(this::isThere);
    Optional<VerifiedBackup> backup = point.backup().filter(this::isThere);
    return copy.isEmpty() && backup.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordedDatabase(copy, copy.isPresent() ? Optional.empty() : backup));
  }

  /** A copy that became the live database on some way back is none any more. */
  private boolean isThere(SnapshotTaken copy) {
    return !copy.database().equals(postgres.liveName())
        && Long.valueOf(copy.oid()).equals(postgres.databases().get(copy.database()));
  }

  /** Read from end to end before it is used; here its size tells. */
  private boolean isThere(VerifiedBackup backup) {
    return deployment.backups(project).list().stream()
        .filter(file -> file.name().equals(backup.name()))
        .mapToLong(BackupFile::bytes)
        .anyMatch(bytes -> bytes == backup.bytes());
  }

  static String inWords(RecordedDatabase source) {
    return source
        .copy()
        .map(copy -> "copy " + copy.database())
        .or(() -> source.backup().map(file -> "backup " + file.name()))
        .orElse("nothing");
  }
}
