package io.safeupdate.activities.host;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.workflows.contract.OperationType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The smaller facts of an operation, each a file of its own in its {@link OperationRecord}. */
public final class Facts {
  private Facts() {}

  /** An operation that is no update, and so has other phases. */
  public record Undertaking(OperationType type) {}

  /**
   * Where a rollback goes.
   *
   * @param restorePoint its id
   * @param code whether code, images and env file go back
   * @param database where the data come from; empty: the database stays as it is
   */
  public record RollbackTarget(
      String restorePoint, boolean code, Optional<RecordedDatabase> database) {}

  /**
   * What brings a recorded database back.
   *
   * @param copy that is still on the server
   * @param backup where there is no copy any more
   */
  public record RecordedDatabase(Optional<SnapshotTaken> copy, Optional<VerifiedBackup> backup) {}

  /** A backup that was restored into a database beside the live one. */
  public record BackupRestored(String backup, String database, long oid) {}

  /** The live database was replaced; it is kept under this name. */
  public record DatabaseReplaced(String replaced) {}

  /**
   * A backup of another deployment is about to arrive.
   *
   * @param name that it gets here
   */
  public record ArrivalAnnounced(String name) {}

  /**
   * A backup of another deployment arrived whole.
   *
   * @param name that it got here
   * @param backup its name there
   * @param databaseBytes what that database takes on disk
   * @param owner the role that owns its tables there
   */
  public record Arrived(
      String name,
      String from,
      String backup,
      long bytes,
      String sha256,
      long databaseBytes,
      String owner) {}

  /**
   * A backup is about to be made.
   *
   * @param before the backups that were there already
   */
  public record BackupIntent(Instant at, List<BackupFile> before) {}

  /** A backup that this operation made and verified. */
  public record VerifiedBackup(
      String name, long bytes, String sha256, String verifiedHow, Instant at) {

    /** The same backup, verified in more ways. */
    public VerifiedBackup verified(String how) {
      return new VerifiedBackup(name, bytes, sha256, how, at);
    }
  }

  /** Writers are about to be stopped: from here on the application may not answer. */
  public record Quiesced(Instant since, List<String> containers) {}

  /** The copy of the quiesced database. */
  public record SnapshotTaken(String database, long oid) {}

  /** An archive of user files is about to be made, under this name. */
  public record MediaIntent(String name) {}

  /** An archive of user files that this operation made and read back. */
  public record MediaArchived(
      String name, long bytes, String sha256, String how, List<String> notes) {}

  /** A migration is about to begin: from here on the database may differ. */
  public record MigrationBegan(Instant at) {}

  /** The database was brought back. */
  public record DatabaseBack(Optional<String> abandoned, List<String> rowsLost, String how) {}

  /** Containers are about to be replaced. */
  public record RestartBegan(Instant at) {}

  /** A version answered again. */
  public record Answered(Instant at, double downtimeSeconds) {}
}
