package io.safeupdate.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One step at a time for each deployment. Temporal gives up on an attempt that was silent for too
 * long (a host that slept, a run that was terminated), but the attempt may still be at work in this
 * process: what comes next must not work beside it.
 */
final class Turns {
  private static final long PAUSE_SECONDS = 1;
  private static final String WAITS = "waits for an earlier step that is still at work";

  private final Map<String, ReentrantLock> deployments = new ConcurrentHashMap<>();

  /**
   * Works once nobody else does for the deployment.
   *
   * @param beat is told about once a second while it waits; what it throws ends the waiting
   */
  <T> T take(String deployment, Consumer<String> beat, Supplier<T> work) {
    ReentrantLock turn = deployments.computeIfAbsent(deployment, name -> new ReentrantLock(true));
    await(turn, beat);
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  private static void await(ReentrantLock turn, Consumer<String> beat) {
    try {
      while (!turn.tryLock(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        beat.accept(WAITS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it waited for its turn", stopping);
    }
  }
}
