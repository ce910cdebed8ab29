package io.safeupdate.cli.demo;

import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.output.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sample application's own scripts; their output goes to a log. */
final class DemoScripts {
  private static final String HOME = "SAFE_UPDATE_HOME";
  private static final int TAIL = 15;

  private final Path demo;
  private final Path log;

  private DemoScripts(Path demo, Path log) {
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
    return new DemoScripts(demo, directory.resolve("demo.log"));
  }

  /** Builds stand-ins for base images, where the public ones cannot be had. */
  void prepareImages() throws InterruptedException {
    boolean present =
        List.of("safe-update-demo/python:1", "safe-update-demo/postgres:1").stream()
            .allMatch(image -> succeeds(List.of("docker", "image", "inspect", image)));
    boolean published =
        !present
            && succeeds(List.of("docker", "pull", "-q", "python:3.12-slim-bookworm"))
            && succeeds(List.of("docker", "pull", "-q", "postgres:15"));
    if (!present && !published) {
      run(demo.resolve("base/build").toString());
    }
  }

  /** Runs {@code demo/bin/NAME}. */
  void script(String name, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(demo.resolve("bin").resolve(name).toString()));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private void run(String... command) throws InterruptedException {
    if (exitCode(List.of(command)) != 0) {
      throw new Refusal(
          new Trouble(
              "DemoFailed",
              "The demo could not run " + String.join(" ", command) + ":\n" + tail(),
              "the whole story is in " + log,
              ExitCode.FAILED));
    }
  }

  private boolean succeeds(List<String> command) {
    try {
      return exitCode(command) == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int exitCode(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
