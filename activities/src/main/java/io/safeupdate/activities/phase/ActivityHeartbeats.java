package io.safeupdate.activities.phase;

import io.safeupdate.activities.process.Progress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Heartbeats of the current Temporal activity. The work stays on the activity's own thread; a
 * second thread tells Temporal every second what the work last reported.
 */
public final class ActivityHeartbeats implements Heartbeats {

  @Override
  public <T> T during(Function<Progress, T> work) {
    return beat(work, true);
  }

  @Override
  public <T> T duringUninterrupted(Function<Progress, T> work) {
    return beat(work, false);
  }

  private static <T> T beat(Function<Progress, T> work, boolean interruptible) {
    Beat beat = new Beat(Activity.getExecutionContext(), Thread.currentThread(), interruptible);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Beat::thread);
    var unused = clock.scheduleAtFixedRate(beat, 0, 1, TimeUnit.SECONDS);
    try {
      return work.apply(beat::report);
    } catch (RuntimeException failure) {
      throw beat.ending().orElse(failure);
    } finally {
      clock.shutdownNow();
      beat.over();
    }
  }

  /** One activity's pulse. */
  private static final class Beat implements Runnable {
    private final ActivityExecutionContext context;
    private final Thread worker;
    private final boolean interruptible;
    private final AtomicReference<String> said = new AtomicReference<>("");
    private final AtomicReference<RuntimeException> ending = new AtomicReference<>();
    private boolean over;

    Beat(ActivityExecutionContext context, Thread worker, boolean interruptible) {
      this.context = context;
      this.worker = worker;
      this.interruptible = interruptible;
    }

    static Thread thread(Runnable run) {
      Thread thread = new Thread(run, "heartbeat");
      thread.setDaemon(true);
      return thread;
    }

    void report(String message) {
      said.set(message);
    }

    @Override
    public void run() {
      try {
        context.heartbeat(said.get());
      } catch (ActivityCompletionException reason) {
        end(reason);
      }
    }

    private synchronized void end(RuntimeException reason) {
      if (interruptible && !over && ending.compareAndSet(null, reason)) {
        worker.interrupt();
      }
    }

    /** After this nothing interrupts the worker any more, and a late interrupt is taken back. */
    private synchronized void over() {
      over = true;
      if (ending.get() != null) {
        // Temporal cannot send the completion on an interrupted thread.
        boolean ignored = Thread.interrupted();
      }
    }

    Optional<RuntimeException> ending() {
      return Optional.ofNullable(ending.get());
    }
  }
}
