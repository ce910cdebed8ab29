package io.safeupdate.activities.words;

/** How far work on bytes is, and how fast it goes on the average since this was made. */
public final class Rate {
  private static final double NANOS = 1e9;

  /** Of less time than this, nothing can be told. */
  private static final double SHORTEST = 0.1;

  private final long start = System.nanoTime();

  /** Such as {@code 433 MB, 72 MB/s}. */
  public String of(long bytes) {
    return Amounts.bytes(bytes) + ", " + perSecond(bytes);
  }

  /** Such as {@code 433 MB of 1.2 GB, 72 MB/s}. */
  public String of(long bytes, long total) {
    return Amounts.bytes(bytes)
        + " of "
        + Amounts.bytes(Math.max(bytes, total))
        + ", "
        + perSecond(bytes);
  }

  private String perSecond(long bytes) {
    double seconds = Math.max(SHORTEST, (System.nanoTime() - start) / NANOS);
    return Amounts.bytes(Math.round(bytes / seconds)) + "/s";
  }
}
