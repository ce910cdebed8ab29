package io.safeupdate.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for something that happens by itself. */
final class Eventually {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private Eventually() {}

  /** Returns once the question is answered true; an exception or an error counts as no. */
  static void holds(Duration limit, Callable<Boolean> question) {
    Instant deadline = Instant.now().plus(limit);
    Throwable last = new AssertionError("it never held");
    while (Instant.now().isBefore(deadline)) {
      try {
        if (question.call()) {
          return;
        }
      } catch (Exception | AssertionError e) {
        last = e;
      }
      pause();
    }
    throw new AssertionError("not within " + limit, last);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
