package io.safeupdate.activities.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compose projects for tests. */
final class Projects {
  private Projects() {}

  static ComposeProject shop() {
    return in(Path.of("/srv/shop"));
  }

  /** A project that has nothing but its compose file. */
  static ComposeProject in(Path directory) {
    return new ComposeProject(
        directory,
        List.of(directory.resolve("production.yml")),
        Optional.empty(),
        Optional.of("shop"),
        List.of());
  }
}
