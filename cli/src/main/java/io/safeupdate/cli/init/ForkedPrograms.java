package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs as child processes, without what the caller's shell says of Compose and git. */
final class ForkedPrograms implements Programs {
  private static final int LIMIT_SECONDS = 60;

  private final Map<String, String> environment;

  ForkedPrograms(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Ran run(Path directory, List<String> argv) {
    try {
      return attempt(directory, argv);
    } catch (IOException e) {
      throw Refusal.usage(
          "cannot run " + argv.get(0) + ": " + e.getMessage(), "install " + argv.get(0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.usage("interrupted while " + argv.get(0) + " ran", "start it again");
    }
  }

  private Ran attempt(Path directory, List<String> argv) throws IOException, InterruptedException {
    Path out = Files.createTempFile("safe-update", ".out");
    Path err = Files.createTempFile("safe-update", ".err");
    try {
      Process process = builder(directory, argv, out, err).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw Refusal.usage(
            String.join(" ", argv) + " did not end in " + LIMIT_SECONDS + " s",
            "try it by hand: is the Docker engine well?");
      }
      return new Ran(process.exitValue(), text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private ProcessBuilder builder(Path directory, List<String> argv, Path out, Path err) {
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    environment.forEach(
        (name, value) -> {
          if (!name.startsWith("COMPOSE_") && !name.startsWith("GIT_")) {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
