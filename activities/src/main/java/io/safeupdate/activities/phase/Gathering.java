package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks several things at once and waits for none of them longer than for all together: a question
 * that hangs or fails costs only its own answer.
 */
final class Gathering implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool(Gathering::thread);
  private final Duration limit;
  private final long began = System.nanoTime();

  /**
   * @param limit for everything, from now on
   */
  Gathering(Duration limit) {
    this.limit = limit;
  }

  <T> Future<T> ask(Callable<T> question) {
    return threads.submit(question);
  }

  /** The answer; empty where there is none. */
  <T> Optional<T> answer(Future<T> question) {
    try {
      return Optional.of(await(question));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** The answer, or a line that says why there is none. */
  String text(Future<String> question) {
    try {
      return await(question);
    } catch (TimeoutException e) {
      return "Not to be had: no answer within " + limit.toSeconds() + " s.\n";
    } catch (ExecutionException e) {
      return "Not to be had: " + why(e.getCause()) + "\n";
    }
  }

  private <T> T await(Future<T> question) throws ExecutionException, TimeoutException {
    try {
      long left = limit.toNanos() - (System.nanoTime() - began);
      return question.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while gathering evidence");
    }
  }

  /** Only messages of our own were written with secrets in mind. */
  private static String why(Throwable cause) {
    if (cause instanceof ExecutionException inner) {
      return why(inner.getCause());
    }
    return cause instanceof StepFailure failure
        ? failure.getMessage()
        : cause.getClass().getSimpleName();
  }

  /** Interrupts what is still being asked. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evidence");
    thread.setDaemon(true);
    return thread;
  }
}
