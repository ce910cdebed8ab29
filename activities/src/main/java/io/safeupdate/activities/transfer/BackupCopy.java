package io.safeupdate.activities.transfer;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Incoming;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Tar;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Streams a backup from one database container's backup directory into another's; no file of the
 * host is in between. It appears there when it has been verified as a whole backup, with the hash
 * that the first container computes.
 *
 * <p>May be repeated at any time: a file that arrived whole is kept. Failures: {@code
 * BackupInvalid}, {@code PreconditionFailed}, {@code DiskFull}, and those of {@link Engine#read}
 * and {@link Engine#write}.
 */
public final class BackupCopy {
  private final Engine engine;
  private final Place from;
  private final Place to;
  private final Incoming incoming;

  public BackupCopy(Engine engine, Place from, Place to) {
    this.engine = engine;
    this.from = from;
    this.to = to;
    this.incoming = new Incoming(to.postgres(), to.files());
  }

  /**
   * Where backups lie.
   *
   * @param container the database's, running
   */
  public record Place(String container, Postgres postgres, BackupFiles files) {}

  /**
   * Copies a backup.
   *
   * @param name that it gets, which no other file may have
   */
  public BackupCheck run(String backup, String name, Progress progress) {
    BackupFile original = from.files().find(backup).orElseThrow(() -> missing(backup));
    try (SourceHash source = new SourceHash(from.files(), backup, Optional.empty())) {
      Optional<BackupFile> arrived = to.files().find(name);
      if (arrived.isPresent()) {
        progress.report(name + " is there, comparing");
        return same(to.files().verify(name), source);
      }
      BackupCheck check = bring(original, name, source, progress);
      incoming.drop();
      return check;
    }
  }

  private BackupCheck bring(
      BackupFile original, String name, SourceHash source, Progress progress) {
    Incoming.Owner owner = incoming.begin(name, original.bytes());
    Parcel parcel = new Parcel(name, owner, original.bytes(), FileTime.from(original.modified()));
    Meter meter = new Meter(progress, original.name(), original.bytes());
    String path = from.files().path() + "/" + original.name();
    engine.read(
        from.container(),
        path,
        stream -> {
          TarArchiveInputStream tar = entered(stream, original);
          engine.write(
              to.container(),
              to.files().path(),
              out -> parcel.write(out, target -> copy(tar, target, original, meter)));
          return parcel;
        });
    progress.report("verifying " + name);
    BackupCheck check = same(incoming.verify(name), source);
    incoming.appear(name);
    return check;
  }

  private static TarArchiveInputStream entered(InputStream stream, BackupFile original)
      throws IOException {
    TarArchiveInputStream tar = Tar.from(stream);
    TarArchiveEntry entry = tar.getNextEntry();
    if (entry == null || !entry.isFile() || entry.getSize() != original.bytes()) {
      throw changed(original.name());
    }
    return tar;
  }

  private static void copy(InputStream tar, OutputStream target, BackupFile original, Meter meter)
      throws IOException {
    byte[] buffer = new byte[Hashing.BUFFER];
    long left = original.bytes();
    while (left > 0) {
      int count = tar.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (count < 0) {
        throw changed(original.name());
      }
      target.write(buffer, 0, count);
      meter.add(count);
      left -= count;
    }
  }

  private static BackupCheck same(BackupCheck check, SourceHash source) {
    if (!check.sha256().equals(source.get())) {
      throw changed(check.name());
    }
    return check;
  }

  private static StepFailure missing(String backup) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "There is no backup %s to copy. `backups` lists what there is.".formatted(backup));
  }

  private static StepFailure changed(String name) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "Backup %s changed while it was copied: what arrived is not the original. Wait until whatever writes it is done, then copy again."
            .formatted(name));
  }
}
