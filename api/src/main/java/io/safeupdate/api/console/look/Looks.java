package io.safeupdate.api.console.look;

import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Looks at deployments in the background and remembers what was seen: a look takes a second, or
 * minutes for a plan, and a page does not wait that long. Two who ask for the same share one look.
 * Safe for several threads.
 */
public final class Looks implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int REMEMBERED = 200;

  private final Clock clock;
  private final ExecutorService lookers = Executors.newFixedThreadPool(AT_ONCE, Looks::thread);
  private final Map<InspectRequest, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  public Looks(Clock clock) {
    this.clock = clock;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "console-look");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What is known, no older than asked for if that can be had within the patience. What is older is
   * looked for anew in the background.
   *
   * @param since what was seen before is not good enough
   */
  public Look at(
      GuardedOperations operations, InspectRequest request, Instant since, Duration patience) {
    operations.config().requireDeployment(request.deployment());
    Slot slot = slot(request);
    slot.beginUnlessKnown(since, () -> operations.inspect(request));
    return slot.within(patience);
  }

  /** What is known without looking. */
  public Look known(GuardedOperations operations, InspectRequest request) {
    operations.config().requireDeployment(request.deployment());
    return slot(request).look();
  }

  private synchronized Slot slot(InspectRequest request) {
    Slot slot = slots.computeIfAbsent(request, it -> new Slot());
    slots
        .entrySet()
        .removeIf(
            entry ->
                slots.size() > REMEMBERED
                    && entry.getValue() != slot
                    && !entry.getValue().look().isUnderWay());
    return slot;
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    lookers.shutdownNow();
  }

  /** One thing to look at. */
  private final class Slot {
    private Look look = Look.NONE;
    private CountDownLatch done = new CountDownLatch(0);

    synchronized Look look() {
      return look;
    }

    synchronized void beginUnlessKnown(Instant since, Callable<Inspection> looking) {
      if (look.isOf(since) || look.isUnderWay()) {
        return;
      }
      look = look.begunAt(clock.instant());
      done = new CountDownLatch(1);
      lookers.execute(() -> run(looking));
    }

    private void run(Callable<Inspection> looking) {
      try {
        Inspection seen = looking.call();
        end(look().saw(seen, clock.instant()));
      } catch (RuntimeException failure) {
        end(look().failed(failure, clock.instant()));
      } catch (Exception stopped) {
        end(look().failed(new IllegalStateException("given up", stopped), clock.instant()));
      }
    }

    private synchronized void end(Look result) {
      look = result;
      done.countDown();
    }

    Look within(Duration patience) {
      CountDownLatch waited;
      synchronized (this) {
        waited = done;
      }
      try {
        waited.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return look();
    }
  }
}
