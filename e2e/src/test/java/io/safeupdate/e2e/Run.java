package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that ran to its end. */
record Run(List<String> command, int exitCode, String stdout, String stderr) {
  private static final Duration LIMIT = Duration.ofMinutes(8);

  /** Runs a program; its output goes through files, so that nothing can block it. */
  static Run of(Path directory, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("run", ".out");
      Path err = Files.createTempFile("run", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + LIMIT + ": " + command);
      }
      Run run = new Run(command, process.exitValue(), read(out), read(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static Run of(Path directory, String... command) {
    return of(directory, Map.of(), List.of(command));
  }

  /** The same run, which must have ended with 0. */
  Run orFail() {
    if (exitCode != 0) {
      throw new AssertionError(this.toString());
    }
    return this;
  }

  /** What it printed, without the last line's end. */
  String text() {
    return stdout.strip();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return String.join(" ", command)
        + "\nexit code "
        + exitCode
        + "\nstdout:\n"
        + stdout
        + "\nstderr:\n"
        + stderr;
  }
}
