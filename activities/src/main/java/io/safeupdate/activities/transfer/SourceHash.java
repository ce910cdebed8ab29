package io.safeupdate.activities.transfer;

import io.safeupdate.activities.database.BackupFiles;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The hash of a backup as the container computed it when it was verified, or else computes it while
 * the backup is being copied, so that both read it from the disk once.
 */
final class SourceHash implements AutoCloseable {
  private final boolean recorded;
  private final FutureTask<String> hash;

  /**
   * @param verified what is known already
   */
  SourceHash(BackupFiles files, String name, Optional<String> verified) {
    this.recorded = verified.isPresent();
    this.hash = new FutureTask<>(() -> verified.orElseGet(() -> files.sha256(name)));
    Thread thread = new Thread(hash, "backup-hash");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it is that of a file that was read whole and is not to change any more. */
  boolean isRecorded() {
    return recorded;
  }

  /** Waits for it, and throws what the container's answer meant. */
  String get() {
    try {
      return hash.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped waiting for a hash");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** Nobody waits for it any more. */
  @Override
  public void close() {
    hash.cancel(true);
  }
}
