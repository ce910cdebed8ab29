package io.safeupdate.cli.follow;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Calls somebody a few times a second. */
final class Ticker implements AutoCloseable {
  private static final Duration FRAME = Duration.ofMillis(120);

  private final Timer timer = new Timer("view", true);

  Ticker(Runnable tick) {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            tick.run();
          }
        };
    timer.schedule(task, FRAME.toMillis(), FRAME.toMillis());
  }

  /** No tick begins after this; one may still be under way. */
  @Override
  public void close() {
    timer.cancel();
  }
}
