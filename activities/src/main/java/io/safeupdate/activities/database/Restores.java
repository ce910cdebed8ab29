package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Rate;
import io.safeupdate.workflows.contract.FailureType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Brings backups into new databases beside the live one, which is not touched. */
public final class Restores {
  private final Postgres postgres;
  private final BackupFiles files;
  private final Progress progress;

  public Restores(Postgres postgres, BackupFiles files, Progress progress) {
    this.postgres = postgres;
    this.files = files;
    this.progress = progress;
  }

  /**
   * Verifies a backup and restores it into a new database with the owner, settings and privileges
   * of the live one. A restore of the same step that still runs is awaited, a complete one is kept,
   * anything less is dropped and made anew.
   *
   * @param database its name, of {@link DatabaseNames}
   * @param step written into the database as its mark of completeness
   * @return its OID
   * @throws StepFailure {@code BackupInvalid} when the backup is not whole or its SQL fails
   */
  public long restoreInto(String backup, String database, String step) {
    progress.report("verifying " + backup);
    requireNotNewer(files.verify(backup));
    return restoreInto(backup, database, step, Map::of);
  }

  /**
   * The same for a backup of another server, whose roles may not be there: what belonged to them,
   * and to the role that owned the tables there, belongs to the role that owns the live tables
   * here.
   *
   * @param former the role that owned the tables there
   */
  public long restoreForeign(String backup, String database, String step, String former) {
    progress.report("verifying " + backup);
    requireNotNewer(files.verify(backup));
    return restoreInto(backup, database, step, () -> roles(backup, former));
  }

  private Map<String, String> roles(String backup, String former) {
    SortedSet<String> missing = new ForeignRoles(postgres, files).missing(backup);
    return ForeignRoles.around(missing, former, postgres.tableOwner());
  }

  private long restoreInto(
      String backup, String database, String step, Supplier<Map<String, String>> more) {
    Rate rate = new Rate();
    new Watch(progress)
        .over(() -> restore(backup, database, step, more), () -> restored(database, rate));
    return completed(database, step).orElseThrow(() -> incomplete(backup, "it was cut off"));
  }

  /**
   * Restores a backup into a scratch database, compares it, and drops it again.
   *
   * @param scratch its name, of {@link DatabaseNames}
   * @return what the backup holds
   * @throws StepFailure {@code RestoreUnverified} saying what differs
   */
  public Fingerprint trialRestore(String backup, Fingerprint expected, String scratch) {
    Fingerprint found = lookInto(backup, scratch);
    requireSame(backup, expected.difference(found));
    return found;
  }

  /**
   * Restores a backup into a scratch database, and drops it again.
   *
   * @param scratch its name, of {@link DatabaseNames}
   * @return what the backup holds, its rows counted one by one
   */
  public Fingerprint lookInto(String backup, String scratch) {
    postgres.dropIfOurs(scratch);
    try {
      restoreInto(backup, scratch, "trial of " + backup);
      Fingerprint found = postgres.fingerprint(scratch, Counts.EXACT);
      postgres.dropIfOurs(scratch);
      return found;
    } catch (StepFailure e) {
      dropAfter(e, scratch);
      throw e;
    }
  }

  private void dropAfter(StepFailure failure, String scratch) {
    try {
      postgres.dropIfOurs(scratch);
    } catch (StepFailure alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  /** PostgreSQL promises that a dump can be restored into a newer server, not into an older one. */
  private void requireNotNewer(BackupCheck backup) {
    Live live = postgres.live();
    if (backup.major() > live.majorVersion()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Backup %s was made by PostgreSQL %d, the server here is %s: a dump cannot go into an older server. Update the database service first, or restore where PostgreSQL %d or newer runs."
              .formatted(backup.name(), backup.major(), live.version(), backup.major()));
    }
  }

  private void restore(
      String backup, String database, String step, Supplier<Map<String, String>> more) {
    postgres.create(database, step);
    if (completed(database, step).isPresent()) {
      return;
    }
    Map<String, String> environment = new HashMap<>(more.get());
    environment.putAll(into(database, step));
    ExecResult result =
        files
            .directory()
            .onFile(backup, environment, FileScripts.RESTORE, postgres.limits().work());
    if (!result.succeeded()) {
      throw failed(backup, result);
    }
  }

  private Map<String, String> into(String database, String step) {
    String live = postgres.liveName();
    String mark = Marker.complete(step);
    String comment = postgres.catalogue().comment(live).map(c -> mark + "\n" + c).orElse(mark);
    return Map.of(
        "SU_TARGET",
        database,
        "SU_MARK",
        "COMMENT ON DATABASE " + Sql.identifier(database) + " IS " + Sql.literal(comment));
  }

  private Optional<Long> completed(String database, String step) {
    return postgres.catalogue().completed(database, step);
  }

  private String restored(String database, Rate rate) {
    return "restored " + rate.of(postgres.catalogue().bytes(database).orElse(0L));
  }

  private static void requireSame(String backup, Optional<String> difference) {
    if (difference.isPresent()) {
      throw new StepFailure(
          FailureType.RESTORE_UNVERIFIED,
          "What backup %s brings back is not what the database held: %s."
              .formatted(backup, difference.get()));
    }
  }

  private static StepFailure failed(String backup, ExecResult result) {
    return ServerFailure.inSql(result)
        ? incomplete(backup, ServerFailure.message(result))
        : ServerFailure.of(result);
  }

  private static StepFailure incomplete(String backup, String why) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "Backup %s does not restore: %s. The live database was not touched."
            .formatted(backup, why));
  }
}
