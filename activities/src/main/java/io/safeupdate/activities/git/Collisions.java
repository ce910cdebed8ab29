package io.safeupdate.activities.git;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which untracked files lie where a move works. */
final class Collisions {
  private Collisions() {}

  /**
   * Those of the untracked paths that are one of the moved paths, lie below one (a file comes where
   * a directory is) or above one (a directory comes where a file is).
   */
  static Set<String> between(Collection<String> untracked, Set<String> moved) {
    NavigableSet<String> sorted = new TreeSet<>(moved);
    Set<String> found = new LinkedHashSet<>();
    for (String path : untracked) {
      if (sorted.contains(path) || isAbove(path, sorted) || isBelow(path, sorted)) {
        found.add(path);
      }
    }
    return found;
  }

  private static boolean isAbove(String path, NavigableSet<String> moved) {
    String next = moved.ceiling(path + "/");
    return next != null && next.startsWith(path + "/");
  }

  private static boolean isBelow(String path, Set<String> moved) {
    for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      if (moved.contains(path.substring(0, at))) {
        return true;
      }
    }
    return false;
  }
}
