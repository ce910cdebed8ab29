package io.safeupdate.activities.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compose projects for tests. */
final class Projects {
  private Projects() {}

  static ComposeProject shop() {
    Path directory = Path.of("/srv/shop");
    return in(directory, directory.resolve("production.yml"), "shop");
  }

  /** A project that has nothing but its compose file. */
  static ComposeProject in(Path directory, Path file, String name) {
    return new ComposeProject(
        directory, List.of(file), Optional.empty(), Optional.of(name), List.of());
  }
}
