package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the operator says, and init need not find out.
 *
 * @param composeFiles absolute; empty: found
 */
public record Wishes(
    Optional<String> name,
    List<Path> composeFiles,
    Optional<Path> envFile,
    Optional<String> project,
    List<String> profiles) {
  public Wishes {
    composeFiles = List.copyOf(composeFiles);
    profiles = List.copyOf(profiles);
  }
}
