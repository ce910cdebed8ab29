package io.safeupdate.activities.media;

import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import java.time.Duration;

/** Tells how far a stream came, and how fast it flows. */
final class Flow {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final String what;
  private final Progress progress;
  private final long began = System.nanoTime();
  private long lastSaid = began;
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
      double seconds = (double) (now - began) / NANOS;
      progress.report(
          "%s %s, %s/s"
              .formatted(what, Amounts.bytes(bytes), Amounts.bytes((long) (bytes / seconds))));
    }
  }

  long bytes() {
    return bytes;
  }
}
