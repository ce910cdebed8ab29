package io.safeupdate.activities.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program on this machine, run to its end. */
final class Command {
  private Command() {}

  static ExecResult run(List<String> argv, Map<String, String> environment, Duration limit) {
    try {
      ProcessBuilder builder = new ProcessBuilder(argv);
      builder.environment().putAll(environment);
      Process process = builder.start();
      CompletableFuture<String> errors =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      CompletableFuture<String> output =
          CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new StepFailure(FailureType.TIMED_OUT, "Not done within " + limit);
      }
      return new ExecResult(process.exitValue(), output.join(), errors.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails with what the program said. */
  static String output(String... argv) {
    ExecResult result = run(List.of(argv), Map.of(), Duration.ofMinutes(2));
    if (!result.succeeded()) {
      throw new IllegalStateException(String.join(" ", argv) + ": " + result.stderr());
    }
    return result.stdout();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
