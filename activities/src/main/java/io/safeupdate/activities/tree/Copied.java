package io.safeupdate.activities.tree;

import java.nio.file.Path;
import java.util.List;

/**
 * What was copied.
 *
 * @param links symbolic ones
 * @param skipped the first entries that the copy does not have, or not of one moment
 */
public record Copied(long directories, long files, long links, long bytes, List<Skipped> skipped) {
  public Copied {
    skipped = List.copyOf(skipped);
  }

  /** What somebody wrote to while it was copied. */
  public List<Skipped> unsteady() {
    return skipped.stream().filter(Skipped::unsteady).toList();
  }

  /**
   * An entry that the copy does not hold as it was.
   *
   * @param path relative to the top
   * @param unsteady whether it has content that changed
   */
  public record Skipped(Path path, String why, boolean unsteady) {}
}
