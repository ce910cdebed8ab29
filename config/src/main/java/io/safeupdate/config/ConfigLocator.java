package io.safeupdate.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Knows where configuration files are. */
public final class ConfigLocator {
  private static final String NAME = "safe-update.yml";

  private final Path directory;
  private final Path home;

  /**
   * @param directory the working directory
   * @param home the operator's home directory
   */
  public ConfigLocator(Path directory, Path home) {
    this.directory = directory;
    this.home = home;
  }

  /**
   * The file to load: the given one, which may be missing, or the first that is there of {@code
   * ./safe-update.yml} and {@code ~/.config/safe-update/safe-update.yml}.
   *
   * @throws ConfigException when none is given and neither is there
   */
  public Path locate(Optional<Path> given) {
    return given.map(directory::resolve).orElseGet(this::first);
  }

  /** Where {@code init} writes when it is told nothing else. */
  public Path writable() {
    return directory.resolve(NAME);
  }

  private Path first() {
    List<Path> places = List.of(writable(), home.resolve(".config/safe-update").resolve(NAME));
    return places.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new ConfigException(missing(places)));
  }

  private static Problem missing(List<Path> places) {
    return Problem.ofFile(
        places.get(0),
        "there is no configuration file here, nor at " + places.get(1),
        "write one with `safe-update init DIR`, or name one with --config FILE");
  }
}
