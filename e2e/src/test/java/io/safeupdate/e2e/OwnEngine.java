package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Docker engine that is the tests' alone: they restart it as they like. Namespaces of their own
 * keep it apart from the machine's.
 */
final class OwnEngine {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(60);

  private final Path directory;
  private Process daemon;

  /**
   * @param directory has everything that is its own; the socket in it must be what DOCKER_HOST says
   */
  OwnEngine(Path directory) {
    this.directory = directory;
  }

  /** Starts it and waits until it answers. */
  OwnEngine start() {
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(directory.resolve("docker.pid"));
      daemon =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(directory.resolve("dockerd.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Eventually.holds(START, OwnEngine::answers);
    return this;
  }

  private List<String> command() {
    return List.of(
        "dockerd",
        "--data-root",
        directory.resolve("data").toString(),
        "--exec-root",
        directory.resolveSibling("run").resolve("exec").toString(),
        "--pidfile",
        directory.resolve("docker.pid").toString(),
        "--host",
        "unix://" + directory.resolve("docker.sock"));
  }

  private static boolean answers() {
    return docker("info").exitCode() == 0;
  }

  /** Ends it as a service manager does; the containers end with it. */
  void stop() {
    daemon.destroy();
    Eventually.holds(END, () -> !daemon.isAlive());
  }

  /** Takes over images from a file, unless it has them. */
  void load(Path images, String one) {
    if (docker("image", "inspect", one).exitCode() != 0) {
      docker("load", "-i", images.toString()).orFail();
    }
  }

  private static Run docker(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Run.of(Path.of("/"), Map.of(), command);
  }
}
