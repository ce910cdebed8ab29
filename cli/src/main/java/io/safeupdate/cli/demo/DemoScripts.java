package io.safeupdate.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.output.Trouble;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The sample application's own scripts; their output goes to a log. */
final class DemoScripts {
  private static final String HOME = "SAFE_UPDATE_HOME";
  private static final int TAIL = 15;

  private final Map<String, String> environment;
  private final Path demo;
  private final Path log;

  private DemoScripts(Map<String, String> environment, Path demo, Path log) {
    this.environment = environment;
    this.demo = demo;
    this.log = log;
  }

  /**
   * Finds the scripts of this installation.
   *
   * @throws Refusal when it has none
   */
  static DemoScripts in(Map<String, String> environment, Path directory) throws IOException {
    Path demo = Path.of(environment.getOrDefault(HOME, ".")).resolve("demo").toAbsolutePath();
    if (!Files.isExecutable(demo.resolve("bin/create"))) {
      throw Refusal.usage(
          "The sample application is not at " + demo + ".",
          "run the demo from a clone: bin/safe-update demo");
    }
    Files.createDirectories(directory);
    return new DemoScripts(environment, demo, directory.resolve("demo.log"));
  }

  /**
   * Gets the base images: the public ones, else stand-ins of the distribution's packages.
   *
   * @param says told of what takes minutes
   */
  void prepareImages(Consumer<String> says) throws InterruptedException {
    if (succeeds("docker", "image", "inspect", "safe-update-demo/python:1")
        && succeeds("docker", "image", "inspect", "safe-update-demo/postgres:1")) {
      return;
    }
    says.accept("Getting its base images …");
    if (succeeds("docker", "pull", "-q", "python:3.12-slim-bookworm")
        && succeeds("docker", "pull", "-q", "postgres:15")) {
      return;
    }
    says.accept("No image can be pulled here: making them of the distribution's packages …");
    makeStandIns();
  }

  /** The set-up installs what that takes, unless it was told to stay out. */
  private void makeStandIns() throws InterruptedException {
    if ("never".equals(environment.get("SAFE_UPDATE_SETUP"))) {
      run(demo.resolve("base/build").toString());
    } else {
      run(demo.resolveSibling("bin/setup").toString(), "--system", "--demo-base");
    }
  }

  /** Runs {@code demo/bin/NAME}. */
  void script(String name, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(demo.resolve("bin").resolve(name).toString()));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private void run(String... command) throws InterruptedException {
    long before = log.toFile().length();
    if (exitCode(command) != 0) {
      throw new Refusal(
          new Trouble(
              "DemoFailed",
              "The demo could not run " + String.join(" ", command) + ":\n" + tail(before),
              "the whole story is in " + log,
              ExitCode.FAILED));
    }
  }

  private boolean succeeds(String... command) throws InterruptedException {
    return exitCode(command) == 0;
  }

  private int exitCode(String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      return builder
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  /** The last lines of what the log got since it was this long. */
  private String tail(long before) {
    try (FileInputStream stream = new FileInputStream(log.toFile())) {
      stream.skipNBytes(before);
      List<String> lines = new String(stream.readAllBytes(), UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
