package io.safeupdate.activities.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A copy of a checkout's directory in a restore point, as {@code copy.json} beside it tells.
 *
 * @param root the directory that was copied: the top of the checkout
 * @param bytes of all files together
 * @param excluded neither copied nor ever put back
 * @param live copied, but somebody may have written there all the while: never put back
 * @param skipped what no copy can hold, such as sockets, and what changed while it was copied
 */
public record CheckoutCopy(
    int schemaVersion,
    Path root,
    Instant takenAt,
    long directories,
    long files,
    long links,
    long bytes,
    List<Part> excluded,
    List<Part> live,
    List<Part> skipped) {

  /** The version of this document that this release writes. */
  public static final int SCHEMA_VERSION = 1;

  public CheckoutCopy {
    excluded = List.copyOf(excluded);
    live = List.copyOf(live);
    skipped = List.copyOf(skipped);
  }

  /**
   * A part of the checkout that is treated in its own way.
   *
   * @param path relative to the root
   */
  public record Part(String path, String why) {}
}
