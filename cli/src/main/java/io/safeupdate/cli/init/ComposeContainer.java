package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container that Compose made, and how Compose was called then.
 *
 * @param command the program and arguments it was started with, entry point first
 * @param labels all of its labels
 */
record ComposeContainer(
    String id, boolean running, List<String> command, Map<String, String> labels) {
  private static final String PREFIX = "com.docker.compose.";

  ComposeContainer {
    command = List.copyOf(command);
    labels = Map.copyOf(labels);
  }

  String service() {
    return label("service").orElse("");
  }

  String project() {
    return label("project").orElse("");
  }

  Optional<Path> workingDirectory() {
    return label("project.working_dir").map(Path::of);
  }

  List<Path> configFiles() {
    return paths("project.config_files");
  }

  /** Empty when Compose was called without {@code --env-file}. */
  Optional<Path> envFile() {
    return paths("project.environment_file").stream().findFirst();
  }

  boolean isOneOff() {
    return label("oneoff").filter("True"::equals).isPresent();
  }

  private List<Path> paths(String name) {
    return label(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(Path::of)
        .toList();
  }

  private Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(PREFIX + name)).filter(value -> !value.isBlank());
  }
}
