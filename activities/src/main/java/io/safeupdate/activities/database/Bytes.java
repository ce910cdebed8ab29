package io.safeupdate.activities.database;

import java.util.Locale;

/** Sizes as people read them. */
final class Bytes {
  private static final double STEP = 1000;
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

  private Bytes() {}

  static String inWords(long bytes) {
    if (bytes < STEP) {
      return bytes + " bytes";
    }
    double size = bytes;
    int unit = -1;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
