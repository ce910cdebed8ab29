package io.safeupdate.activities.phase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the names of restore points and archives begin with, so that they sort by time. */
final class Stamp {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Stamp() {}

  /** A second in UTC, such as {@code 20261123T111449Z}. */
  static String of(Instant when) {
    return FORMAT.format(when);
  }
}
