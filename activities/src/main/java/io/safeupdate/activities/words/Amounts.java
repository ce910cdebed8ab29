package io.safeupdate.activities.words;

import java.util.Locale;

/** Amounts as people read them. */
public final class Amounts {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
  private static final double STEP = 1000;
  private static final double WITHOUT_DECIMALS = 100;

  private Amounts() {}

  /** Such as {@code 512 B}, {@code 7.8 MB} or {@code 120 GB}; a kB has 1000 bytes. */
  public static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    String format = unit == 0 || size >= WITHOUT_DECIMALS ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, size, UNITS[unit]);
  }

  /** Such as {@code 1 image} or {@code 3 images}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
