package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Command;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.ForkedProcessRunner;
import io.safeupdate.activities.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A Compose project of its own on the real engine; closing it leaves nothing behind. */
final class Sandbox implements AutoCloseable {
  /** What the set-up makes where no image can be pulled: Debian with Python and PostgreSQL. */
  static final String BASE = "safe-update-demo/base:1";

  final ProcessRunner runner = ForkedProcessRunner.inheriting(System.getenv());
  final DockerEngine engine = DockerEngine.ofDockerCommand(runner, System.getenv());
  final ComposeCli compose = ComposeCli.beside(engine, runner);
  final String name = "su-it-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Path directory;

  Sandbox(Path directory) {
    this.directory = directory;
    if (engine.image(BASE).isEmpty()) {
      throw new AssertionError("There is no image " + BASE + ": run bin/setup");
    }
  }

  Path file(String path, String text) {
    try {
      return Files.writeString(directory.resolve(path), text.replace("BASE", BASE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project of a compose file, in which {@code BASE} stands for the base image. */
  ComposeProject project(String composeFile) {
    return Projects.in(directory, file("compose.yml", composeFile), name);
  }

  ComposeProject project(String composeFile, String envFile) {
    ComposeProject bare = project(composeFile);
    return new ComposeProject(
        bare.directory(),
        bare.files(),
        Optional.of(file("env", envFile)),
        bare.name(),
        List.of("extra"));
  }

  String docker(String... arguments) {
    String[] argv = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toArray(String[]::new);
    CompletedProcess ended = runner.run(Command.of(directory, argv));
    if (!ended.succeeded()) {
      throw new AssertionError(ended.lastLines(10));
    }
    return ended.stdout().strip();
  }

  /** The container of a service. */
  Container container(String service) {
    return engine.containers(name, false).stream()
        .filter(container -> container.service().equals(Optional.of(service)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    try (engine) {
      engine
          .labelled(ContainerReader.PROJECT, name)
          .forEach(container -> engine.remove(container.id()));
      engine.networks(name).forEach(network -> engine.removeNetwork(network.id()));
      docker("volume", "ls", "-q", "--filter", "name=" + name)
          .lines()
          .forEach(volume -> docker("volume", "rm", volume));
      Stream.of(name, "safe-update/" + name)
          .flatMap(prefix -> engine.tags(prefix).stream())
          .forEach(engine::untag);
    }
  }
}
