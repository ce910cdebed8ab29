package io.safeupdate.cli.follow;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls somebody a few times a second. */
final class Ticker implements AutoCloseable {
  private static final Duration FRAME = Duration.ofMillis(120);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Ticker::thread);

  Ticker(Runnable tick) {
    executor.scheduleAtFixedRate(tick, FRAME.toMillis(), FRAME.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** No tick begins after this. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static Thread thread(Runnable ticking) {
    Thread thread = new Thread(ticking, "view");
    thread.setDaemon(true);
    return thread;
  }
}
