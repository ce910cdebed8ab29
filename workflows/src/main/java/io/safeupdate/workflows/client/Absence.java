package io.safeupdate.workflows.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Notices that somebody does not answer, and tells it now and then rather than at every look. */
final class Absence {
  private final Clock clock;
  private final Duration every;
  private final Consumer<Duration> tell;
  private Optional<Instant> since = Optional.empty();
  private Duration told = Duration.ZERO;

  Absence(Clock clock, Duration every, Consumer<Duration> tell) {
    this.clock = clock;
    this.every = every;
    this.tell = tell;
  }

  void over() {
    since = Optional.empty();
    told = Duration.ZERO;
  }

  /**
   * Somebody did not answer.
   *
   * @param asked when the question was put
   * @return for how long there has been no answer
   */
  Duration noticed(Instant asked) {
    since = since.or(() -> Optional.of(asked));
    Duration lasts = Duration.between(since.get(), clock.instant());
    if (lasts.minus(told).compareTo(every) >= 0) {
      told = lasts;
      tell.accept(lasts);
    }
    return lasts;
  }
}
