package io.safeupdate.activities.media;

import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Rate;
import java.time.Duration;

/** Tells how far a stream came, and how fast it flows. */
final class Flow {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final String what;
  private final Progress progress;
  private final Rate rate = new Rate();
  private long lastSaid = System.nanoTime();
  private long bytes;

  /**
   * @param what is done with the bytes, such as {@code "read"}
   */
  Flow(String what, Progress progress) {
    this.what = what;
    this.progress = progress;
  }

  void add(long more) {
    bytes += more;
    long now = System.nanoTime();
    if (now - lastSaid > NANOS) {
      lastSaid = now;
      progress.report(what + " " + rate.of(bytes));
    }
  }

  long bytes() {
    return bytes;
  }
}
