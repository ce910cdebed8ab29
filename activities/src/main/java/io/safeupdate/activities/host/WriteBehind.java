package io.safeupdate.activities.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Writes a file and has the disk begin with it while the rest still arrives: else all of it would
 * be waited for at the end.
 */
public final class WriteBehind {
  private static final long STRETCH = 64L << 20;

  private final FileChannel file;
  private FutureTask<Void> syncing;
  private long unsynced;

  /**
   * Takes over the writing.
   *
   * @param file open for writing, and closed by whoever opened it
   */
  public WriteBehind(FileChannel file) {
    this.file = file;
    this.syncing = begun();
  }

  /**
   * Writes bytes behind those before.
   *
   * @throws IOException of this write or of an earlier one that the disk refused later
   */
  public void write(ByteBuffer bytes) throws IOException {
    unsynced += bytes.remaining();
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    if (unsynced >= STRETCH && syncing.isDone()) {
      await();
      syncing = begun();
      unsynced = 0;
    }
  }

  /** Waits until the last stretch is on the disk; what came after it is the caller's to sync. */
  public void await() throws IOException {
    try {
      syncing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped waiting for the disk");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  private FutureTask<Void> begun() {
    FutureTask<Void> sync =
        new FutureTask<>(
            () -> {
              file.force(false);
              return null;
            });
    Thread thread = new Thread(sync, "write-behind");
    thread.setDaemon(true);
    thread.start();
    return sync;
  }
}
