package io.safeupdate.activities.transfer;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * A directory of the host that backups are exported into. A file appears in it under its name when
 * it is whole and on the disk; no existing file is ever replaced. Only its owner may read what is
 * written: a dump holds everything.
 */
final class ExportDirectory {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

  private static final int OWNER_DIGITS = 16;

  private final ExportRoots roots;
  private final String wanted;
  private final Path real;
  private final String owner;

  /**
   * Resolves the directory and makes it where it is missing.
   *
   * @param owner the deployment: one export at a time goes from a deployment, so that what lies
   *     there half-written under its name is a dead one's
   */
  ExportDirectory(ExportRoots roots, String wanted, String owner) {
    this.roots = roots;
    this.wanted = wanted;
    this.owner = owner;
    this.real = roots.directory(wanted);
  }

  Path path() {
    return real;
  }

  /** Whether anything has this name, a link that leads nowhere included. */
  boolean has(String name) {
    return Files.exists(real.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the name is that of a file with this content. */
  boolean holds(String name, long bytes, String sha256, Meter meter) {
    Path file = real.resolve(name);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) == bytes
          && Hashing.of(file, meter).equals(sha256);
    } catch (IOException e) {
      throw LocalFiles.failure("Reading " + Shown.path(file.toString()), e);
    }
  }

  /** Opens the hidden file that will become one of this name; a dead attempt's is dropped. */
  FileChannel begin(String name) throws IOException {
    drop(name);
    return FileChannel.open(partial(name), NEW, OWNER_ONLY);
  }

  /** Gives what was written its name, after looking once more whether this is the place. */
  void finish(String name, FileChannel written, Instant modified) throws IOException {
    written.force(true);
    if (!roots.directory(wanted).equals(real)) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "%s was replaced while the export ran. Look who did that, then export again."
              .formatted(Shown.path(wanted)));
    }
    Files.setLastModifiedTime(partial(name), FileTime.from(modified));
    appear(name);
    LocalFiles.sync(real);
  }

  /** Drops what was not finished. */
  void drop(String name) throws IOException {
    Files.deleteIfExists(partial(name));
  }

  void note(String name, String sha256) {
    try {
      new Sums(real).put(name, sha256);
    } catch (IOException e) {
      throw LocalFiles.failure("Writing " + Shown.path(real.resolve(Sums.NAME).toString()), e);
    }
  }

  StepFailure taken(String name) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "%s is there already with another content, and was left as it is. Move it away, or export to another directory."
            .formatted(Shown.path(real.resolve(name).toString())));
  }

  /** A second name for the same file never replaces anything, as a rename would. */
  private void appear(String name) throws IOException {
    try {
      Files.createLink(real.resolve(name), partial(name));
    } catch (FileAlreadyExistsException e) {
      throw taken(name);
    } catch (IOException | UnsupportedOperationException e) {
      // Not every file system has hard links.
      if (has(name)) {
        throw taken(name);
      }
      Files.move(partial(name), real.resolve(name));
    }
    drop(name);
  }

  /** Drops what dead exports of a deployment left half written in a directory. */
  static void dropAll(Path directory, String owner) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, prefix(owner) + "*")) {
      for (Path partial : left) {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw LocalFiles.failure("Tidying up " + Shown.path(directory.toString()), e);
    }
  }

  /** As short as need be for the longest name. */
  private Path partial(String name) {
    return real.resolve(prefix(owner) + Sha256.of(name));
  }

  private static String prefix(String owner) {
    return ".safe-update-%s-".formatted(Sha256.of(owner).substring(0, OWNER_DIGITS));
  }
}
