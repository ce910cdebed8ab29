package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The env file as it was, readable by its owner only. */
final class EnvCopy {
  private static final String NAME = "env";

  private EnvCopy() {}

  static void write(RestorePoint point, Path directory) {
    point.envFile().ifPresent(file -> copy(file, directory.resolve(NAME)));
  }

  private static void copy(Path file, Path copy) {
    try {
      Files.createDirectories(copy.getParent());
      Path partial = copy.resolveSibling(".env.tmp");
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(partial, Files.readAllBytes(file));
      Files.setPosixFilePermissions(
          partial, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
      Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Copying " + file + " to " + copy + " failed: " + e.getMessage(),
          e);
    }
  }

  /**
   * Gives an env file the content that a restore point has of it, with its owner and mode kept.
   *
   * @param directory of the restore point
   * @return whether it was another
   */
  static boolean bringBack(RestorePoint point, Path directory) {
    Optional<Path> other = point.envFile().filter(file -> differs(point, file));
    other.ifPresent(file -> replace(real(file), directory.resolve(NAME)));
    return other.isPresent();
  }

  /** Whether an env file is not what a restore point has of it. */
  static boolean differs(RestorePoint point, Path file) {
    return point.envSha256().isPresent()
        && !(Files.exists(file) && point.envSha256().get().equals(sha256(file)));
  }

  /** The copy that a restore point has, where it has one. */
  static Optional<Path> of(RestorePoint point, Path directory) {
    return Optional.of(directory.resolve(NAME))
        .filter(copy -> point.envFile().isPresent() && Files.exists(copy));
  }

  private static Path real(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Beside it first: a disk that is full must not cost the file that is there. */
  private static void replace(Path file, Path copy) {
    Path partial = file.resolveSibling("." + file.getFileName() + ".safe-update");
    try {
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(partial, Files.readAllBytes(copy));
      if (Files.exists(file)) {
        PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView view =
            Files.getFileAttributeView(partial, PosixFileAttributeView.class);
        if (!view.readAttributes().owner().equals(old.owner())) {
          view.setOwner(old.owner());
        }
        view.setGroup(old.group());
        view.setPermissions(old.permissions());
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static StepFailure failure(Path file, IOException e) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED, "Writing " + file + " failed: " + e.getMessage(), e);
  }

  static String sha256(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.CONFIG_INVALID, "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
