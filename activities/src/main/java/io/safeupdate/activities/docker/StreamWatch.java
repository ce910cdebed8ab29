package io.safeupdate.activities.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Breaks a stream off when it stands still, and when the thread that works with it is interrupted:
 * not every socket takes notice of that itself.
 */
final class StreamWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Thread owner = Thread.currentThread();
  private final Thread watcher = new Thread(this::watch, "docker-stream-watch");
  private final Duration longestSilence;
  private final Runnable breakOff;
  private volatile boolean closed;
  private volatile boolean waiting;
  private volatile long since;

  /** Watches on behalf of the calling thread. */
  StreamWatch(Duration longestSilence, Runnable breakOff) {
    this.longestSilence = longestSilence;
    this.breakOff = breakOff;
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Moves some bytes; only the time in here counts, not what is done with them. */
  <T> T moving(Move<T> move) throws IOException {
    since = System.nanoTime();
    waiting = true;
    try {
      return move.run();
    } finally {
      waiting = false;
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }

  private void watch() {
    while (!closed) {
      if (owner.isInterrupted() || standsStill()) {
        breakOff.run();
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private boolean standsStill() {
    return waiting && System.nanoTime() - since > longestSilence.toNanos();
  }

  /** A read or a write. */
  @FunctionalInterface
  interface Move<T> {
    T run() throws IOException;
  }
}
