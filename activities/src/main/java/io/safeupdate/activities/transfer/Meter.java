package io.safeupdate.activities.transfer;

import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Rate;
import java.time.Duration;

/** Says how far a copy is and how fast it goes: {@code a.sql.gz, 120 MB of 900 MB, 210 MB/s}. */
final class Meter {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Progress progress;
  private final String what;
  private final long total;
  private final Rate rate = new Rate();
  private long said = System.nanoTime();
  private long moved;

  /**
   * @param total bytes
   */
  Meter(Progress progress, String what, long total) {
    this.progress = progress;
    this.what = what;
    this.total = total;
    progress.report(what);
  }

  /** Counts bytes that were moved. */
  void add(long bytes) {
    moved += bytes;
    long now = System.nanoTime();
    if (now - said >= EVERY.toNanos()) {
      said = now;
      progress.report(what + ", " + rate.of(moved, total));
    }
  }
}
