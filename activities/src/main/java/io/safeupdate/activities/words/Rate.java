package io.safeupdate.activities.words;

import java.time.Duration;

/** How far work on bytes is, and how fast it goes on the average since this was made. */
public final class Rate {
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();

  /** Such as {@code 433 MB, 72 MB/s}. */
  public String of(long bytes) {
    double seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toNanos() / NANOS);
    return Amounts.bytes(bytes) + ", " + Amounts.bytes(Math.round(bytes / seconds)) + "/s";
  }
}
