package io.safeupdate.activities.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Names one Compose project completely, so that no call depends on the caller's environment.
 *
 * @param directory what relative paths in the compose files are relative to
 * @param files compose files, absolute, in order
 * @param envFile the file given as {@code --env-file}, absolute
 * @param name the project name; empty: what Compose resolves
 * @param profiles active profiles
 */
public record ComposeProject(
    Path directory,
    List<Path> files,
    Optional<Path> envFile,
    Optional<String> name,
    List<String> profiles) {

  public ComposeProject {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
  }

  /** The same project with its name fixed. */
  public ComposeProject named(String fixed) {
    return new ComposeProject(directory, files, envFile, Optional.of(fixed), profiles);
  }
}
