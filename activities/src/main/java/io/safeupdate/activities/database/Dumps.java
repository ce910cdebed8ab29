package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.activities.words.Rate;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Backups of the live database for applications that have no backup command of their own. */
public final class Dumps {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu_MM_dd'T'HH_mm_ss").withZone(ZoneOffset.UTC);

  private final Postgres postgres;
  private final BackupFiles files;

  public Dumps(Postgres postgres, BackupFiles files) {
    this.postgres = postgres;
    this.files = files;
  }

  /** Such as {@code safe_update_2026_11_22T10_00_00.sql.gz}. */
  public static String nameAt(Instant when) {
    return "safe_update_" + STAMP.format(when) + ".sql.gz";
  }

  /** Makes the directory, where nobody mounted or made one; its content is for its owner alone. */
  public void makeDirectory() {
    ExecResult result =
        files.directory().run(Map.of(), FileScripts.MAKE_DIRECTORY, Limits.QUESTION);
    if (!result.succeeded()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The directory %s could not be made in the database container: %s. Mount a volume there, or name another as `database.directory`."
              .formatted(files.directory().path(), ServerFailure.firstLine(result)));
    }
  }

  /**
   * Dumps the live database into a file, which appears under its name when it is whole and on disk.
   * A whole backup of that name is kept, so a repeat with the same name makes one file.
   *
   * @throws StepFailure {@code DiskFull}, {@code BackupInvalid}; no file of that name is left then
   */
  public BackupCheck dump(String name, Progress progress) {
    if (files.list().stream().anyMatch(file -> file.name().equals(name))
        && !files.removeIfUnverified(name)) {
      return files.verify(name);
    }
    AtomicReference<ExecResult> result = new AtomicReference<>();
    Rate rate = new Rate();
    new Watch(progress).over(() -> result.set(write(name)), () -> written(name, rate));
    if (!result.get().succeeded()) {
      throw failed(result.get());
    }
    progress.report("verifying " + name);
    return files.verify(name);
  }

  private ExecResult write(String name) {
    return files.directory().onFile(name, FileScripts.DUMP, postgres.limits().work());
  }

  private String written(String name, Rate rate) {
    ExecResult result = files.directory().onFile(name, FileScripts.DUMPED, Limits.QUESTION);
    String bytes = result.stdout().strip();
    return bytes.matches("\\d+") ? "dumped " + rate.of(Long.parseLong(bytes)) : "dumping";
  }

  private StepFailure failed(ExecResult result) {
    String directory = files.directory().path();
    if (ServerFailure.noSpace(result)) {
      return new StepFailure(
          FailureType.DISK_FULL,
          "The dump did not fit into %s of the database container (%s free). Free some, then retry."
              .formatted(directory, Amounts.bytes(postgres.freeBytes(directory))));
    }
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "The database could not be dumped into %s: %s."
            .formatted(directory, ServerFailure.firstLine(result)));
  }
}
