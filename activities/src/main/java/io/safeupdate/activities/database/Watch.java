package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Says how far a piece of work is while another thread does it. When nobody wants to wait any more,
 * what runs in the container goes on there: the next attempt finds it.
 */
final class Watch {
  private static final Duration USUAL = Duration.ofSeconds(2);

  private final Progress progress;
  private final Duration every;

  Watch(Progress progress) {
    this(progress, USUAL);
  }

  Watch(Progress progress, Duration every) {
    this.progress = progress;
    this.every = every;
  }

  /** Returns when the work has ended, or throws what the work or the listener threw. */
  void over(Runnable work, Supplier<String> doing) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "database-work");
    thread.setDaemon(true);
    thread.start();
    try {
      report(task, doing);
    } finally {
      task.cancel(true);
    }
  }

  private void report(FutureTask<Void> task, Supplier<String> doing) {
    long start = System.nanoTime();
    while (!ended(task)) {
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      progress.report(said(doing) + ", " + seconds + " s");
    }
  }

  private boolean ended(FutureTask<Void> task) {
    try {
      task.get(every.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped waiting for the database");
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  /** A server that is busy may fail to say how far it is. */
  private static String said(Supplier<String> doing) {
    try {
      return doing.get();
    } catch (StepFailure e) {
      return "the database server is busy";
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
