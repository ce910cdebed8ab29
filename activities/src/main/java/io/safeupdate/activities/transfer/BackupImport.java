package io.safeupdate.activities.transfer;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Incoming;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Copies a file of the host into the backup directory, where it appears when it has been verified
 * as a whole backup, and never in place of another.
 *
 * <p>May be repeated at any time: the same file already there is a success. Failures: {@code
 * BackupInvalid} when it is no whole backup, {@code PreconditionFailed} when it lies outside of the
 * export roots or another file has its name, {@code DiskFull}, and those of {@link Engine#write}.
 */
public final class BackupImport {
  private final Engine engine;
  private final String container;
  private final BackupFiles files;
  private final Incoming incoming;
  private final ExportRoots roots;

  /**
   * An import into a deployment.
   *
   * @param container the database's, running
   */
  public BackupImport(
      Engine engine, String container, Postgres postgres, BackupFiles files, ExportRoots roots) {
    this.engine = engine;
    this.container = container;
    this.files = files;
    this.incoming = new Incoming(postgres, files);
    this.roots = roots;
  }

  /** Imports the file that a person named. */
  public Imported run(String wanted, Progress progress) {
    Path file = roots.file(wanted);
    String name = String.valueOf(Path.of(wanted).normalize().getFileName());
    Optional<BackupFile> present = files.find(name);
    if (present.isPresent()) {
      return same(present.get(), file, progress);
    }
    try {
      BackupCheck check = bring(Source.of(file), name, progress);
      incoming.drop();
      return new Imported(check, false);
    } catch (RuntimeException e) {
      dropAfter(e);
      throw e;
    }
  }

  private BackupCheck bring(Source source, String name, Progress progress) {
    Incoming.Owner owner = incoming.begin(name, source.bytes());
    String sent = send(source, name, owner, new Meter(progress, name, source.bytes()));
    progress.report(name + ", verifying");
    BackupCheck check = incoming.verify(name);
    if (!check.sha256().equals(sent)) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "%s arrived with another content than it was sent with, and was dropped. Import it again."
              .formatted(name));
    }
    incoming.appear(name);
    return check;
  }

  /** Also when the thread was interrupted: a cancelled import is not to keep a disk full. */
  private void dropAfter(RuntimeException failure) {
    boolean interrupted = Thread.interrupted();
    try {
      incoming.drop();
    } catch (StepFailure e) {
      failure.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Imported same(BackupFile present, Path file, Progress progress) {
    Source source = Source.of(file);
    try (SourceHash there = new SourceHash(files, present.name(), Optional.empty())) {
      Meter meter = new Meter(progress, present.name() + " is there, comparing", source.bytes());
      if (present.bytes() != source.bytes() || !Hashing.of(file, meter).equals(there.get())) {
        throw incoming.taken(present.name());
      }
    } catch (IOException e) {
      throw LocalFiles.failure("Reading " + Shown.path(file.toString()), e);
    }
    progress.report(present.name() + " is there, verifying");
    return new Imported(files.verify(present.name()), true);
  }

  /** Sends the file into the hidden directory; answers the hash of what was read. */
  private String send(Source source, String name, Incoming.Owner owner, Meter meter) {
    MessageDigest digest = Sha256.digest();
    Parcel parcel = new Parcel(name, owner, source.bytes(), source.modified());
    try (InputStream in = source.open()) {
      engine.write(
          container,
          files.path(),
          stream -> parcel.write(stream, tar -> copy(source, in, digest, tar, meter)));
    } catch (IOException e) {
      throw LocalFiles.failure("Reading " + Shown.path(source.file().toString()), e);
    }
    return Sha256.hex(digest);
  }

  private static void copy(
      Source source, InputStream in, MessageDigest digest, OutputStream tar, Meter meter)
      throws IOException {
    byte[] buffer = new byte[Hashing.BUFFER];
    long left = source.bytes();
    while (left > 0) {
      int count = source.read(in, buffer, (int) Math.min(left, buffer.length));
      digest.update(buffer, 0, count);
      tar.write(buffer, 0, count);
      meter.add(count);
      left -= count;
    }
    source.requireEnd(in);
  }

  /**
   * A backup that lies in the backup directory now.
   *
   * @param skipped it was there already
   */
  public record Imported(BackupCheck check, boolean skipped) {}
}
