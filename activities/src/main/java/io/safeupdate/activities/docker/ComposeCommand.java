package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command lines of the Compose CLI. Only what is the same in every Compose since 2.20; no
 * command line here can build, pull or delete a volume unless it is called so.
 */
final class ComposeCommand {
  private static final List<String> COMPOSE =
      List.of("docker", "compose", "--ansi", "never", "--progress", "plain");

  private final ComposeProject project;
  private final List<String> files;

  private ComposeCommand(ComposeProject project, List<String> files) {
    this.project = project;
    this.files = files;
  }

  static Command version() {
    return Command.of(Path.of("/"), "docker", "compose", "version", "--short");
  }

  /** Commands on the project's own files. */
  static ComposeCommand onFilesOf(ComposeProject project) {
    return new ComposeCommand(project, project.files().stream().map(Path::toString).toList());
  }

  /** Commands on a model that standard input gives. */
  static ComposeCommand onStdinOf(ComposeProject project) {
    return new ComposeCommand(project, List.of("-"));
  }

  Command config() {
    return command(List.of("config", "--format", "json")).within(Duration.ofMinutes(1));
  }

  Command build() {
    return command(List.of("build")).within(Duration.ofHours(4));
  }

  /**
   * A detached one-off. Without {@code --interactive=false} Compose 2.26 leaves the container's
   * stdin open with nobody to close it, and a program that reads it waits for ever.
   */
  Command run(Compose.OneOff oneOff) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "--detach", "--no-TTY", "--interactive=false", "--no-deps"));
    arguments.addAll(List.of("--name", oneOff.name()));
    oneOff.publish().forEach(port -> arguments.addAll(List.of("--publish", port)));
    new TreeMap<>(oneOff.labels())
        .forEach((name, value) -> arguments.addAll(List.of("--label", name + "=" + value)));
    // Compose allows services whose names look like options.
    arguments.addAll(List.of("--", oneOff.service()));
    arguments.addAll(oneOff.command());
    return command(arguments).within(Duration.ofMinutes(5));
  }

  Command up(Collection<String> services) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("up", "--detach", "--no-build", "--pull", "never"));
    if (!services.isEmpty()) {
      arguments.addAll(List.of("--no-deps", "--"));
      arguments.addAll(services);
    }
    return command(arguments).within(Duration.ofMinutes(30));
  }

  Command down(Duration grace) {
    String seconds = Long.toString(grace.toSeconds());
    return command(List.of("down", "--timeout", seconds))
        .within(Duration.ofMinutes(10).plus(grace));
  }

  private Command command(List<String> arguments) {
    List<String> argv = new ArrayList<>(COMPOSE);
    project.name().ifPresent(name -> argv.addAll(List.of("--project-name", name)));
    argv.addAll(List.of("--project-directory", project.directory().toString()));
    files.forEach(file -> argv.addAll(List.of("--file", file)));
    project.envFile().ifPresent(file -> argv.addAll(List.of("--env-file", file.toString())));
    project.profiles().forEach(profile -> argv.addAll(List.of("--profile", profile)));
    argv.addAll(arguments);
    // A shell would have set PWD, and compose files do say ${PWD}.
    return Command.of(project.directory(), argv)
        .withEnvironment(Map.of("PWD", project.directory().toString()));
  }
}
