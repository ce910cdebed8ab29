package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.CONFIG_INVALID, "Cannot read " + file + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
