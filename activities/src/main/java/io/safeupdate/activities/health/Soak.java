package io.safeupdate.activities.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time spent healthy without a break: a complaint or a restarted container begins it anew. Each
 * restart makes it longer, because what falls over again and again may stand for a while between.
 */
final class Soak {
  private final Duration length;
  private Optional<Instant> since = Optional.empty();
  private int restarts;

  Soak(Duration length) {
    this.length = length;
  }

  void see(Verdict verdict, Instant now) {
    if (!verdict.isHealthy()) {
      since = Optional.empty();
    } else if (since.isEmpty() || verdict.restarts() != restarts) {
      since = Optional.of(now);
    }
    restarts = verdict.restarts();
  }

  boolean isOver(Instant now) {
    return since.filter(start -> !now.isBefore(end(start))).isPresent();
  }

  private Instant end(Instant start) {
    return start.plus(length.multipliedBy(1L + restarts));
  }

  String words(Instant now) {
    long left = since.map(start -> Duration.between(now, end(start)).toSeconds()).orElse(0L);
    return "healthy; " + (left + 1) + " s of the soak left";
  }
}
