package io.safeupdate.activities.tree;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Rate;
import io.safeupdate.workflows.contract.FailureType;

/** Says how far a piece of work on a tree is, with its rate, and stops it when it is told to. */
final class Meter {
  private static final long PAUSE = 100_000_000;

  private final Progress progress;
  private final String what;
  private final long total;
  private final Rate rate = new Rate();
  private long bytes;
  private long told = System.nanoTime();

  /**
   * @param what is being done, such as {@code copying the checkout}
   * @param total bytes of content in all
   */
  Meter(Progress progress, String what, long total) {
    this.progress = progress;
    this.what = what;
    this.total = total;
  }

  /** Counts what was worked on since the last time; none for an entry without content. */
  void add(long done) {
    if (Thread.currentThread().isInterrupted()) {
      throw stopped();
    }
    bytes += done;
    long now = System.nanoTime();
    if (now - told >= PAUSE) {
      told = now;
      progress.report(what + ": " + rate.of(bytes, total));
    }
  }

  private StepFailure stopped() {
    return new StepFailure(FailureType.WORKER_STOPPING, what + " was stopped half-way.");
  }
}
