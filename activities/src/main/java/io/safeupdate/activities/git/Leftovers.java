package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;

/** Files that a killed move left where no index knows them. */
final class Leftovers {
  private Leftovers() {}

  /** Deletes files, and the directories that this empties; what is a directory stays. */
  static void remove(Path root, Collection<String> paths) {
    try {
      for (String path : paths) {
        Path file = root.resolve(path);
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(file);
          prune(root, file.getParent());
        }
      }
    } catch (IOException e) {
      throw Refusal.unusable(root, "a file cannot be removed: " + e.getMessage(), e);
    }
  }

  private static void prune(Path root, Path from) throws IOException {
    try {
      for (Path at = from; !at.equals(root); at = at.getParent()) {
        Files.deleteIfExists(at);
      }
    } catch (DirectoryNotEmptyException full) {
      // The rest of the way up is in use.
      return;
    }
  }
}
