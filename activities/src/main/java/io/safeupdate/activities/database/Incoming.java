package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on its way into the backup directory: it arrives in a hidden directory of its own, where
 * no list shows it, is verified there, and only then gets its name. One at a time in a backup
 * directory; what lies there at the beginning is a dead one's.
 */
public final class Incoming {
  /** The hidden directory's name. */
  public static final String STAGING = ".safe-update-import";

  private static final int TAKEN = 68;
  private static final Pattern OWNER = Pattern.compile("(\\d{1,10}) (\\d{1,10}) ([0-7]{1,4})");

  private static final Script BEGIN =
      new Script(
          FileScripts.ENTER
              + """
              rm -rf "./$SU_STAGING" || exit
              like=.
              for other in *; do
                [ -f "./$other" ] && [ ! -L "./$other" ] || continue
                [ "$like" != . ] && [ "$like" -nt "./$other" ] || like=./$other
              done
              stat -c '%u %g %a' "$like"
              """);

  /** A hard link never replaces anything; where there are none, {@code mv -n} does not either. */
  private static final Script APPEAR =
      new Script(
          FileScripts.ENTER
              + """
              from=./$SU_STAGING/$SU_NAME
              [ -f "$from" ] || exit 67
              sync "$from" 2>/dev/null || sync
              { [ -e "$file" ] || [ -L "$file" ]; } && exit 68
              ln "$from" "$file" 2>/dev/null || mv -n "$from" "$file" || exit
              if [ -e "$from" ] && ! [ "$from" -ef "$file" ]; then exit 68; fi
              sync . 2>/dev/null || sync
              """);

  private static final Script DROP = new Script(FileScripts.ENTER + "rm -rf \"./$SU_STAGING\"\n");

  private final Postgres postgres;
  private final BackupFiles files;

  public Incoming(Postgres postgres, BackupFiles files) {
    this.postgres = postgres;
    this.files = files;
  }

  /** Drops what a dead attempt left, and tells whose a new file should be. */
  public Owner begin(String name, long bytes) {
    FileNames.required(name);
    ExecResult result = run(name, BEGIN);
    Matcher owner = OWNER.matcher(result.stdout().strip());
    if (!result.succeeded() || !owner.matches()) {
      throw failed(name, result);
    }
    requireRoom(bytes);
    return new Owner(
        Long.parseLong(owner.group(1)),
        Long.parseLong(owner.group(2)),
        Integer.parseInt(owner.group(3), 8) & 0666);
  }

  /** Reads what arrived from its first to its last byte, as {@link BackupFiles#verify}. */
  public BackupCheck verify(String name) {
    try {
      return new BackupFiles(postgres, files.path() + "/" + STAGING).verify(name);
    } catch (StepFailure e) {
      // It is not there any more when somebody reads this.
      String said = e.getMessage().replace(" in " + files.path() + "/" + STAGING, "");
      throw new StepFailure(e.type(), said + " Nothing was imported.", e);
    }
  }

  /**
   * Gives what arrived its name in the backup directory.
   *
   * @throws StepFailure {@code PreconditionFailed} when something has that name; it is left alone
   */
  public void appear(String name) {
    ExecResult result = run(name, APPEAR);
    if (result.exitCode() == TAKEN) {
      throw taken(name);
    }
    if (!result.succeeded()) {
      throw failed(name, result);
    }
  }

  /** Drops what did not get its name; no-op when there is nothing. */
  public void drop() {
    ExecResult result = files.directory().run(Map.of("SU_STAGING", STAGING), DROP, Limits.QUESTION);
    if (!result.succeeded()) {
      throw failed(STAGING, result);
    }
  }

  /** The file that has the name already. */
  public Optional<BackupFile> present(String name) {
    return files.find(name);
  }

  /** What to throw when a file of another content has the name. */
  public StepFailure taken(String name) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "There is a file %s with another content in %s of the database container; it was left as it is. Give the file to import another name."
            .formatted(name, files.path()));
  }

  private void requireRoom(long bytes) {
    long free = postgres.freeBytes(files.path());
    if (free < bytes) {
      throw new StepFailure(
          FailureType.DISK_FULL,
          "%s of the database container has %s free, and the file has %s. Free some, then retry."
              .formatted(files.path(), Amounts.bytes(free), Amounts.bytes(bytes)));
    }
  }

  private ExecResult run(String name, Script script) {
    return files.directory().onFile(name, Map.of("SU_STAGING", STAGING), script, Limits.QUESTION);
  }

  private StepFailure failed(String name, ExecResult result) {
    return new StepFailure(
        ServerFailure.noSpace(result) ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        "Importing %s into %s of the database container failed: %s."
            .formatted(name, files.path(), ServerFailure.firstLine(result)));
  }

  /**
   * Whose a new file should be: as the newest in the directory, or the directory itself.
   *
   * @param mode for reading and writing only
   */
  public record Owner(long user, long group, int mode) {}
}
