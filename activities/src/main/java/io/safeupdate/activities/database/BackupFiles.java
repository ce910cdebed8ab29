package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.FileName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in the database container where backups lie. Failures: {@code BackupInvalid},
 * {@code PreconditionFailed} when the file or the directory is not there, {@code DatabaseFailed}
 * when the container does not run.
 */
public final class BackupFiles {
  private static final int PAGE = 150;

  /** Bytes, seconds since 1970, number of the inode. */
  private static final Pattern FACTS = Pattern.compile("(\\d{1,18}) (\\d{1,11}) (\\d{1,19})");

  private final Directory directory;
  private final Limits limits;

  /**
   * The backups of a server.
   *
   * @param directory its absolute path in the container
   */
  public BackupFiles(Postgres postgres, String directory) {
    this.directory = new Directory(postgres.psql(), directory);
    this.limits = postgres.limits();
  }

  /** The directory's absolute path in the container. */
  public String path() {
    return directory.path();
  }

  /** All files with usable names, hidden files and symbolic links apart, by name. */
  public List<BackupFile> list() {
    return all().stream().filter(file -> FileName.isUsable(file.name())).toList();
  }

  /** Names of the files that {@link #list} leaves out because nobody could name them safely. */
  public List<String> unusable() {
    return all().stream().map(BackupFile::name).filter(name -> !FileName.isUsable(name)).toList();
  }

  /** The file of a name, which need not be a backup. */
  public Optional<BackupFile> find(String name) {
    String required = FileNames.required(name);
    return all().stream().filter(file -> file.name().equals(required)).findFirst();
  }

  private List<BackupFile> all() {
    List<BackupFile> files = new ArrayList<>();
    Page page;
    int skip = 0;
    do {
      page = page(skip);
      files.addAll(page.files());
      skip += PAGE;
    } while (page.more());
    return files;
  }

  /**
   * The file that a backup command made: the newest that is new or changed.
   *
   * @param before what {@link #list} said before the command ran
   * @throws StepFailure {@code BackupInvalid} when there is none, or it is too small for a dump
   */
  public BackupFile newSince(List<BackupFile> before) {
    BackupFile made =
        list().stream()
            .filter(file -> !before.contains(file))
            .max(Comparator.comparing(BackupFile::modified).thenComparing(BackupFile::name))
            .orElseThrow(() -> invalid("No new backup appeared in " + directory.path() + "."));
    Content.sizeDefect(made.bytes()).ifPresent(defect -> refuse(made.name(), defect));
    return made;
  }

  /**
   * Reads a backup from its first to its last byte.
   *
   * @throws StepFailure {@code BackupInvalid} saying what it lacks
   */
  public BackupCheck verify(String name) {
    ExecResult result = directory.onFile(name, FileScripts.VERIFY, limits.work());
    if (!result.succeeded()) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "Backup %s in %s could not be read: %s."
              .formatted(name, directory.path(), ServerFailure.firstLine(result)));
    }
    Content content = Content.parse(result);
    content.defect().ifPresent(defect -> refuse(name, defect));
    return content.check(name);
  }

  /** The SHA-256 of a file in hex, whatever it holds. */
  public String sha256(String name) {
    ExecResult result = directory.onFile(name, FileScripts.HASH, limits.work());
    String hash = result.stdout().strip();
    if (!result.succeeded() || !hash.matches("[0-9a-f]{64}")) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Backup %s in %s could not be read: %s."
              .formatted(name, directory.path(), ServerFailure.firstLine(result)));
    }
    return hash;
  }

  /** Removes a file unless it is a whole backup; false: it is one, or there is none. */
  public boolean removeIfUnverified(String name) {
    try {
      verify(name);
      return false;
    } catch (StepFailure e) {
      if (e.type() != FailureType.BACKUP_INVALID) {
        return thereWasNone(e);
      }
      return directory.onFile(name, FileScripts.REMOVE, Limits.QUESTION).succeeded();
    }
  }

  /**
   * Removes a backup if it is the very file that was recorded under this hash; false: it is gone,
   * or another has taken its name.
   */
  public boolean removeIfStill(String name, String sha256) {
    return isStill(name, sha256)
        && directory.onFile(name, FileScripts.REMOVE, Limits.QUESTION).succeeded();
  }

  /** Removes a file that an operation put there; no-op when it is gone. */
  public void remove(String name) {
    try {
      directory.onFile(name, FileScripts.REMOVE, Limits.QUESTION);
    } catch (StepFailure e) {
      thereWasNone(e);
    }
  }

  private boolean isStill(String name, String sha256) {
    try {
      return verify(name).sha256().equals(sha256);
    } catch (StepFailure e) {
      return e.type() != FailureType.BACKUP_INVALID && thereWasNone(e);
    }
  }

  Directory directory() {
    return directory;
  }

  /** A part of the list, and whether another one follows. */
  private record Page(List<BackupFile> files, boolean more) {}

  private Page page(int skip) {
    Map<String, String> part = Map.of("SU_SKIP", "" + skip, "SU_PAGE", "" + PAGE);
    ExecResult result = directory.run(part, FileScripts.LIST, Limits.QUESTION);
    if (!result.succeeded() || !result.stdout().startsWith("safe-update\0")) {
      throw unlisted(ServerFailure.firstLine(result));
    }
    String[] fields = result.stdout().split("\0", -1);
    int last = fields.length - 2;
    List<BackupFile> files = new ArrayList<>();
    for (int i = 1; i + 1 < last; i += 2) {
      files.add(file(fields[i], fields[i + 1]));
    }
    return new Page(files, fields[last].equals("more"));
  }

  private BackupFile file(String facts, String name) {
    Matcher numbers = FACTS.matcher(facts);
    if (!numbers.matches()) {
      throw unlisted("the container's `stat` says " + Shown.path(facts));
    }
    return new BackupFile(
        name,
        Long.parseLong(numbers.group(1)),
        Instant.ofEpochSecond(Long.parseLong(numbers.group(2))),
        Long.parseUnsignedLong(numbers.group(3)));
  }

  private StepFailure unlisted(String reason) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "The backups in %s could not be listed: %s.".formatted(directory.path(), reason));
  }

  private static boolean thereWasNone(StepFailure failure) {
    if (failure.type() == FailureType.PRECONDITION_FAILED) {
      return false;
    }
    throw failure;
  }

  private void refuse(String name, String defect) {
    throw invalid("Backup %s in %s %s.".formatted(name, directory.path(), defect));
  }

  private static StepFailure invalid(String message) {
    return new StepFailure(FailureType.BACKUP_INVALID, message);
  }
}
