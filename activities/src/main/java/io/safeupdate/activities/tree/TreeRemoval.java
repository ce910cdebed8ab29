package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes trees away that nobody needs: our own. */
public final class TreeRemoval {
  private TreeRemoval() {}

  /**
   * Deletes a file, a link or a tree, whatever its permissions; no-op when there is none. Safe to
   * repeat.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed}
   */
  public static void delete(Path top) {
    try {
      deleteAll(top);
    } catch (IOException e) {
      throw TreeFailure.of("Deleting " + top, e);
    }
  }

  static void deleteAll(Path path) throws IOException {
    Optional<Entry> entry = Entry.find(path);
    if (entry.filter(it -> it.is(Kind.DIRECTORY)).isPresent()) {
      Attributes.open(path, entry.get());
      for (Path child : Children.of(path)) {
        deleteAll(child);
      }
    }
    Files.deleteIfExists(path);
  }
}
