package io.safeupdate.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that a person hears of everything at once. */
final class Problems {
  private final Path file;
  private final List<Problem> found = new ArrayList<>();

  Problems(Path file) {
    this.file = file;
  }

  void report(Place place, String message, String remedy) {
    found.add(problem(place, message, remedy));
  }

  /** For what makes reading on pointless. */
  ConfigException fatal(Place place, String message, String remedy) {
    return new ConfigException(problem(place, message, remedy));
  }

  /**
   * @throws ConfigException if anything was reported
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
      throw new ConfigException(found);
    }
  }

  private Problem problem(Place place, String message, String remedy) {
    return new Problem(file, place.line(), place.key().text(), place.value(), message, remedy);
  }
}
