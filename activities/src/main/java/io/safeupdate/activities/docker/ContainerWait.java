package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Waits for the end of a container by looking, not by an open connection: that survives a restart
 * of the engine, and every look is a heartbeat.
 */
final class ContainerWait {
  private static final Set<String> ENDED = Set.of("exited", "dead");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Creating and starting are two requests; more than that between them means nobody starts it. */
  private static final Duration START_LIMIT = Duration.ofSeconds(15);

  private final String name;
  private final Supplier<Optional<Container>> look;
  private final Progress progress;
  private final long began = System.nanoTime();
  private String seen = "begins";

  ContainerWait(String name, Supplier<Optional<Container>> look, Progress progress) {
    this.name = name;
    this.look = look;
    this.progress = progress;
  }

  /** The exit code. */
  int within(Duration limit) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Optional<Integer> exitCode = exitCode();
      if (exitCode.isPresent()) {
        return exitCode.get();
      }
      if (waited().compareTo(limit) >= 0) {
        throw failure(FailureType.TIMED_OUT, "still runs after " + limit.toSeconds() + " s.");
      }
      progress.report("%s %s, %d s".formatted(name, seen, waited().toSeconds()));
      sleep(pause);
      pause = longer(pause);
    }
  }

  private Optional<Integer> exitCode() {
    try {
      Optional<Container> found = look.get();
      Container container =
          found.orElseThrow(
              () ->
                  failure(
                      FailureType.PRECONDITION_FAILED, "was removed before its result was read."));
      requireStarted(container);
      seen = container.isRunning() ? "runs" : "is " + container.status();
      return Optional.of(container)
          .filter(c -> ENDED.contains(c.status()))
          .map(Container::exitCode);
    } catch (StepFailure e) {
      if (e.type() == FailureType.ENGINE_UNAVAILABLE) {
        seen = "waits for the Docker engine";
        return Optional.empty();
      }
      throw e;
    }
  }

  private void requireStarted(Container container) {
    if (container.status().equals("created") && waited().compareTo(START_LIMIT) > 0) {
      throw failure(FailureType.PRECONDITION_FAILED, "was created but never started.");
    }
  }

  private Duration waited() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped waiting for container " + name);
    }
  }

  private StepFailure failure(FailureType type, String what) {
    return new StepFailure(type, "Container " + name + " " + what);
  }
}
