package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** An index beside the real one, for a question or an export; gone when closed. */
record SpareIndex(Path file) implements AutoCloseable {
  static SpareIndex of(WorkTree tree) {
    return new SpareIndex(tree.gitDir().resolve("safe-update-" + UUID.randomUUID() + ".index"));
  }

  GitCommand on(GitCommand command) {
    return command.withVariable("GIT_INDEX_FILE", file.toString());
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
