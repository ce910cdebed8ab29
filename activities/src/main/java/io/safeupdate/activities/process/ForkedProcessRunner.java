package io.safeupdate.activities.process;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands as child processes of this one, with a clean environment. */
public final class ForkedProcessRunner implements ProcessRunner {
  private static final Logger log = LoggerFactory.getLogger(ForkedProcessRunner.class);
  private static final int LINES_TOLD = 20;

  private static final Duration TERM_GRACE = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final Duration termGrace;

  ForkedProcessRunner(Map<String, String> environment, Duration termGrace) {
    this.environment = environment;
    this.termGrace = termGrace;
  }

  /**
   * Gives children the part of an environment that they need to find the engine, the remote and the
   * operator's credentials; never a {@code COMPOSE_*} or {@code GIT_*} that would redirect them.
   */
  public static ForkedProcessRunner inheriting(Map<String, String> environment) {
    return new ForkedProcessRunner(CleanEnvironment.of(environment), TERM_GRACE);
  }

  @Override
  public CompletedProcess run(Command command, Watcher watcher) {
    log.debug("Running {}", command);
    Process process = start(command);
    Conversation talk = Conversation.with(process, command, watcher);
    try {
      awaitEnd(process, command, watcher);
      return talk.end(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(command, e);
    } catch (OutOfTime e) {
      throw timedOut(command, talk);
    } finally {
      ProcessTree.of(process).kill(termGrace);
    }
  }

  private Process start(Command command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command.argv(), environment));
      builder.directory(command.directory().toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().putAll(command.environment());
      return builder.start();
    } catch (IOException e) {
      throw notStarted(command, e);
    }
  }

  private static void awaitEnd(Process process, Command command, Watcher watcher)
      throws InterruptedException, OutOfTime {
    long deadline = System.nanoTime() + command.limit().toNanos();
    while (!process.waitFor(nextTick(deadline), TimeUnit.NANOSECONDS)) {
      if (System.nanoTime() - deadline >= 0) {
        throw new OutOfTime();
      }
      watcher.tick();
    }
  }

  private static long nextTick(long deadline) {
    long left = Math.max(1, deadline - System.nanoTime());
    return Math.min(left, Duration.ofSeconds(1).toNanos());
  }

  private static StepFailure notStarted(Command command, IOException e) {
    String program = command.argv().get(0);
    if (!Files.isDirectory(command.directory())) {
      return new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Cannot run %s in %s: there is no such directory."
              .formatted(program, command.directory()),
          e);
    }
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "Cannot run %s: %s. Install it, or put it on the PATH of Safe Update."
            .formatted(program, command.mask().apply(String.valueOf(e.getMessage()))),
        e);
  }

  private static CancellationException cancelled(Command command, InterruptedException e) {
    CancellationException cancelled = new CancellationException("Stopped: " + command);
    cancelled.initCause(e);
    return cancelled;
  }

  private static StepFailure timedOut(Command command, Conversation talk) {
    return new StepFailure(
        FailureType.TIMED_OUT,
        "%s took longer than %d s and was stopped. It printed last:%n%s"
            .formatted(command, command.limit().toSeconds(), talk.soFar(-1).lastLines(LINES_TOLD)));
  }

  /** The limit has passed. */
  private static final class OutOfTime extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
