package io.safeupdate.activities.transfer;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Tar;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.WriteBehind;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Copies backups from the backup directory into a directory of the host: one stream, no second copy
 * anywhere, its hash compared with that of the file in the container.
 *
 * <p>May be repeated at any time: what is there already with the same content is skipped, and a
 * half-written file of a killed attempt is made anew. Failures: {@code PreconditionFailed} when
 * another file has the name, {@code DiskFull}, {@code BackupInvalid} when the file changed while it
 * was copied, and those of {@link BackupFiles} and {@link Engine#read}.
 */
public final class BackupExport {
  private final Engine engine;
  private final String container;
  private final BackupFiles files;
  private final ExportDirectory target;
  private final Map<String, String> verified;

  /**
   * An export of a deployment.
   *
   * @param verified SHA-256 by name, as the container computed it when a backup was verified; the
   *     others are hashed there meanwhile
   * @param container the database's, running
   * @param directory where to, as a person named it
   */
  public BackupExport(
      Engine engine,
      String container,
      BackupFiles files,
      ExportRoots roots,
      String directory,
      String deployment,
      Map<String, String> verified) {
    this.engine = engine;
    this.container = container;
    this.files = files;
    this.target = new ExportDirectory(roots, directory, deployment);
    this.verified = Map.copyOf(verified);
  }

  /** Drops what killed exports of a deployment left half written in a directory. */
  public static void dropUnfinished(Path directory, String deployment) {
    ExportDirectory.dropAll(directory, deployment);
  }

  /** The real path of the directory. */
  public String directory() {
    return target.path().toString();
  }

  /** Exports all of these; refuses before the first if there is no room for those that are new. */
  public List<Exported> run(List<BackupFile> backups, Progress progress) {
    long bytes =
        backups.stream()
            .filter(file -> !target.has(file.name()))
            .mapToLong(BackupFile::bytes)
            .sum();
    LocalFiles.requireRoom(target.path(), bytes);
    List<Exported> done = new ArrayList<>();
    for (BackupFile backup : backups) {
      String place = "%d of %d: ".formatted(done.size() + 1, backups.size());
      done.add(one(backup, message -> progress.report(place + message)));
    }
    return done;
  }

  private Exported one(BackupFile backup, Progress progress) {
    if (backup.name().equals(Sums.NAME)) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The backup directory holds a file %s, which would take the place of the list of hashes. Rename it."
              .formatted(Sums.NAME));
    }
    try (SourceHash source = hashOf(backup)) {
      boolean there = target.has(backup.name());
      if (there) {
        requireSame(backup, source, progress);
      } else {
        copy(backup, source, new Meter(progress, backup.name(), backup.bytes()));
      }
      target.note(backup.name(), source.get());
      return new Exported(backup.name(), backup.bytes(), source.get(), there);
    }
  }

  private SourceHash hashOf(BackupFile backup) {
    return new SourceHash(files, backup.name(), Optional.ofNullable(verified.get(backup.name())));
  }

  private void requireSame(BackupFile backup, SourceHash source, Progress progress) {
    Meter meter = new Meter(progress, backup.name() + " is there, comparing", backup.bytes());
    if (!target.holds(backup.name(), backup.bytes(), source.get(), meter)) {
      throw target.taken(backup.name());
    }
  }

  private void copy(BackupFile backup, SourceHash source, Meter meter) {
    String what = "Writing %s into %s".formatted(Shown.path(backup.name()), directory());
    try {
      try (FileChannel file = target.begin(backup.name())) {
        String path = files.path() + "/" + backup.name();
        String copied = engine.read(container, path, tar -> fetch(backup, tar, file, meter));
        if (!copied.equals(source.get())) {
          throw source.isRecorded() ? damaged(backup) : changed(backup);
        }
        target.finish(backup.name(), file, backup.modified());
      } finally {
        target.drop(backup.name());
      }
    } catch (IOException e) {
      throw LocalFiles.failure(what, e);
    }
  }

  /** The hash of what arrived. */
  private static String fetch(BackupFile backup, InputStream stream, FileChannel file, Meter meter)
      throws IOException {
    TarArchiveInputStream tar = Tar.from(stream);
    TarArchiveEntry entry = tar.getNextEntry();
    if (entry == null || !entry.isFile() || entry.getSize() != backup.bytes()) {
      throw changed(backup);
    }
    MessageDigest digest = Sha256.digest();
    WriteBehind disk = new WriteBehind(file);
    byte[] buffer = new byte[Hashing.BUFFER];
    for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
      digest.update(buffer, 0, count);
      write(disk, ByteBuffer.wrap(buffer, 0, count));
      meter.add(count);
    }
    disk.await();
    return Sha256.hex(digest);
  }

  /** Trouble of our own disk is no trouble of the engine's. */
  private static void write(WriteBehind disk, ByteBuffer bytes) {
    try {
      disk.write(bytes);
    } catch (IOException e) {
      throw LocalFiles.failure("Writing the export", e);
    }
  }

  private static StepFailure changed(BackupFile backup) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "Backup %s changed while it was copied, so the copy was dropped. Wait until whatever writes it is done, then export again."
            .formatted(Shown.path(backup.name())));
  }

  private static StepFailure damaged(BackupFile backup) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "Backup %s is not the file any more that was verified: its content has changed since, and the copy was dropped. Do not rely on it; make a new one, and look at the disk that it lies on."
            .formatted(Shown.path(backup.name())));
  }

  /**
   * A backup that lies in the directory now.
   *
   * @param skipped it was there already, with the same content
   */
  public record Exported(String name, long bytes, String sha256, boolean skipped) {}
}
