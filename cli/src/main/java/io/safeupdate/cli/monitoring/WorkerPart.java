package io.safeupdate.cli.monitoring;

import io.safeupdate.api.monitoring.Part;
import io.safeupdate.api.monitoring.PartHealth;
import io.safeupdate.cli.text.Spans;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Poller;
import io.safeupdate.workflows.client.ServerAwayException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a worker asks Temporal for the host's work, as Temporal sees it. */
final class WorkerPart {
  /** One that has nothing to do asks once a minute: that long the server keeps it waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Supplier<Optional<List<Poller>>> pollers;
  private final String host;
  private final Clock clock;

  private WorkerPart(Supplier<Optional<List<Poller>>> pollers, String host, Clock clock) {
    this.pollers = pollers;
    this.host = host;
    this.clock = clock;
  }

  static Part of(Operations operations, String host, Clock clock) {
    return of(operations::pollers, host, clock);
  }

  static Part of(Supplier<Optional<List<Poller>>> pollers, String host, Clock clock) {
    return new Part("worker", new WorkerPart(pollers, host, clock)::look);
  }

  private PartHealth look() {
    try {
      return pollers
          .get()
          .map(this::judge)
          .orElseGet(() -> PartHealth.well("This Temporal server does not tell who polls."));
    } catch (ServerAwayException away) {
      return PartHealth.ill("Temporal does not answer, so nobody can say.");
    }
  }

  private PartHealth judge(List<Poller> seen) {
    Instant now = clock.instant();
    return seen.stream()
        .findFirst()
        .map(latest -> judge(latest, now))
        .orElseGet(() -> PartHealth.ill(nobody() + "."));
  }

  private PartHealth judge(Poller latest, Instant now) {
    String seen = latest.identity() + ", " + Spans.ago(latest.lastSeen(), now);
    return Duration.between(latest.lastSeen(), now).compareTo(PATIENCE) < 0
        ? PartHealth.well(seen)
        : PartHealth.ill("%s; the last was %s.".formatted(nobody(), seen));
  }

  private String nobody() {
    return "No worker asks Temporal for the work of host " + host;
  }
}
