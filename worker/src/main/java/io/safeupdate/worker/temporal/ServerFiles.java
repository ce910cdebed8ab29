package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the embedded server keeps what it keeps. */
record ServerFiles(Path stateDirectory) {
  static final Path NOTHING = Path.of("/dev/null");

  /** History, in SQLite. */
  Path database() {
    return directory().resolve("temporal.db");
  }

  Path log() {
    return directory().resolve("server.log");
  }

  /** Which process serves, and where. */
  Path record() {
    return directory().resolve("server.json");
  }

  private Path directory() {
    return stateDirectory.toAbsolutePath().normalize().resolve("temporal");
  }

  void create() {
    try {
      Files.createDirectories(directory());
    } catch (IOException failure) {
      throw new UncheckedIOException("The state directory " + stateDirectory, failure);
    }
  }
}
