package io.safeupdate.activities.transfer;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Files of the host. */
final class LocalFiles {
  private LocalFiles() {}

  /** Makes the names in a directory survive a power cut. */
  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Refuses early what would fill the disk. */
  static void requireRoom(Path directory, long bytes) {
    try {
      long free = Files.getFileStore(directory).getUsableSpace();
      if (free < bytes) {
        throw new StepFailure(
            FailureType.DISK_FULL,
            "%s has %s free, and %s are needed. Make room there, or choose another directory."
                .formatted(
                    Shown.path(directory.toString()), Amounts.bytes(free), Amounts.bytes(bytes)));
      }
    } catch (IOException e) {
      throw failure("Looking for room in " + Shown.path(directory.toString()), e);
    }
  }

  /** What a trouble with a file of the host means. */
  static RuntimeException failure(String what, IOException e) {
    if (e instanceof ClosedByInterruptException
        || e instanceof InterruptedIOException
        || Thread.currentThread().isInterrupted()) {
      Thread.currentThread().interrupt();
      return new CancellationException(what + " was stopped");
    }
    String reason = String.valueOf(e.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    boolean full = lower.contains("no space left") || lower.contains("quota exceeded");
    return new StepFailure(
        full ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        "%s failed: %s. Check free space, owner and mode there.".formatted(what, reason),
        e);
  }
}
