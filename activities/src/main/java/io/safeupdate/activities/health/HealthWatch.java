package io.safeupdate.activities.health;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.HttpProbe;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Waits until a version is healthy, and then until it has stayed so. */
public final class HealthWatch {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOG_LINES = 60;

  private final Engine engine;
  private final HttpProbes probes;
  private final Clock clock;

  public HealthWatch(Engine engine, HttpProbes probes, Clock clock) {
    this.engine = engine;
    this.probes = probes;
    this.clock = clock;
  }

  /**
   * Waits for health and through the soak.
   *
   * @return when it was healthy first
   * @throws StepFailure {@code Unhealthy} with what is wrong and the last lines of the log that
   *     explains it best: at once where waiting cannot help, else when the time is up
   */
  public Instant await(Expectation expected, Progress progress) {
    Instant deadline = clock.instant().plus(expected.timeout());
    Restarts restarts = new Restarts();
    Soak soak = new Soak(expected.soak());
    Optional<Instant> first = Optional.empty();
    while (true) {
      Instant now = clock.instant();
      Verdict verdict = look(expected, restarts);
      soak.see(verdict, now);
      first = verdict.isHealthy() ? first.or(() -> Optional.of(now)) : first;
      if (soak.isOver(now)) {
        return first.orElse(now);
      }
      if (verdict.hopeless() || (!verdict.isHealthy() && now.isAfter(deadline))) {
        throw unhealthy(expected, verdict);
      }
      progress.report(verdict.isHealthy() ? soak.words(now) : "waiting: " + verdict.words());
      pause();
    }
  }

  /** One look at containers and probes. */
  private Verdict look(Expectation expected, Restarts restarts) {
    Verdict containers = ContainerExam.of(engine, expected, restarts);
    List<String> complaints = new ArrayList<>(containers.complaints());
    Optional<String> suspect = containers.suspect();
    for (HttpProbe probe : expected.probes()) {
      HttpProbes.Answer answer = probes.ask(probe);
      if (!answer.passed()) {
        complaints.add(answer.words());
        suspect = suspect.or(() -> behind(expected.project(), probe));
      }
    }
    return new Verdict(complaints, containers.hopeless(), suspect, containers.restarts());
  }

  /** The container that publishes the probe's port. */
  private Optional<String> behind(String project, HttpProbe probe) {
    return engine.containers(project, false).stream()
        .filter(it -> it.ports().containsValue(Ports.of(probe.url())))
        .map(Container::id)
        .findFirst();
  }

  private StepFailure unhealthy(Expectation expected, Verdict verdict) {
    String log =
        verdict
            .suspect()
            .map(id -> "\nIts last lines:\n" + engine.logs(id, LOG_LINES).stripTrailing())
            .orElse("");
    return new StepFailure(
        FailureType.UNHEALTHY,
        "Not healthy after %s: %s%s"
            .formatted(verdict.hopeless() ? "its start" : seconds(expected), verdict.words(), log));
  }

  private static String seconds(Expectation expected) {
    return expected.timeout().toSeconds() + " s";
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for health");
    }
  }
}
