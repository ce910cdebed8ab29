package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options that every Compose command on an application needs.
 *
 * @param directory the project directory, absolute
 * @param files compose files, absolute, in order
 */
record ComposeCall(
    Path directory,
    List<Path> files,
    Optional<Path> envFile,
    Optional<String> project,
    List<String> profiles) {
  ComposeCall {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
  }

  /** The same with other profiles. */
  ComposeCall withProfiles(List<String> active) {
    return new ComposeCall(directory, files, envFile, project, active);
  }

  /** The command line, with the given words after Compose's own options. */
  List<String> argv(String... words) {
    List<String> argv = new ArrayList<>(List.of("docker", "compose"));
    argv.addAll(List.of("--project-directory", directory.toString()));
    files.forEach(file -> argv.addAll(List.of("-f", file.toString())));
    envFile.ifPresent(file -> argv.addAll(List.of("--env-file", file.toString())));
    project.ifPresent(name -> argv.addAll(List.of("-p", name)));
    profiles.forEach(profile -> argv.addAll(List.of("--profile", profile)));
    argv.addAll(List.of(words));
    return argv;
  }
}
