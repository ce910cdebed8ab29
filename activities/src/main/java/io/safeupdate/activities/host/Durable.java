package io.safeupdate.activities.host;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Writes files that survive a power cut and that only their owner may read. */
final class Durable {
  private static final String OWNER_ONLY = "rw-------";

  private Durable() {}

  static void write(Path path, byte[] content) throws IOException {
    Files.createDirectories(path.getParent());
    Path temporary = path.resolveSibling("." + path.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    put(temporary, content, StandardOpenOption.WRITE);
    Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    syncDirectory(path.getParent());
  }

  /** Puts something behind a file's end, and makes the file if need be. */
  static void append(Path path, byte[] content) throws IOException {
    if (Files.notExists(path)) {
      write(path, content);
    } else {
      put(path, content, StandardOpenOption.APPEND);
    }
  }

  private static void put(Path path, byte[] content, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static StepFailure failure(Path path, IOException e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.toLowerCase(Locale.ROOT).contains("no space left");
    return new StepFailure(
        full ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        "Writing " + path + " failed: " + reason + ". Make room or fix its permissions.",
        e);
  }
}
