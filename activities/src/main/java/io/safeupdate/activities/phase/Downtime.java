package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Facts.Quiesced;
import io.safeupdate.activities.host.Facts.RestartBegan;
import io.safeupdate.activities.host.OperationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an application did not answer: from the moment at which its services were told to stop,
 * or to be replaced, until it was seen to be healthy.
 */
final class Downtime {
  private static final double MILLIS = 1000.0;

  private final OperationRecord record;

  Downtime(OperationRecord record) {
    this.record = record;
  }

  /** In seconds; 0 where nothing was ever stopped. */
  double until(Instant answered) {
    Optional<Instant> stopped = record.find(Quiesced.class).map(Quiesced::since);
    Optional<Instant> replaced = record.find(RestartBegan.class).map(RestartBegan::at);
    return stopped
        .or(() -> replaced)
        .map(since -> Math.max(0, Duration.between(since, answered).toMillis()) / MILLIS)
        .orElse(0.0);
  }
}
