package io.safeupdate.activities.tree;

import java.nio.file.Path;
import java.util.List;

/**
 * Parts of a tree that are left alone, each with all below it.
 *
 * @param parts relative to the tree's top; an empty path is all of it
 */
public record Scope(List<Path> parts) {
  /** Nothing is left alone. */
  public static final Scope ALL = new Scope(List.of());

  public Scope {
    parts = List.copyOf(parts);
  }

  boolean leaves(Path relative) {
    return parts.stream().anyMatch(part -> isEmpty(part) || relative.startsWith(part));
  }

  /** Whether something below is left alone, so that this cannot be taken away as a whole. */
  boolean leavesBelow(Path relative) {
    return parts.stream().anyMatch(part -> part.startsWith(relative) && !part.equals(relative));
  }

  private static boolean isEmpty(Path part) {
    return part.toString().isEmpty();
  }
}
