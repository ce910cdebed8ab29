package io.safeupdate.api.console.html;

import java.util.List;
import java.util.Locale;

/** Bytes as people read them, in powers of ten as disks are sold. */
public final class Sizes {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  private Sizes() {}

  /** Such as {@code 812 B}, {@code 1.4 GB}. */
  public static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double amount = bytes / 1000.0;
    int unit = 0;
    while (amount >= 999.95) {
      amount /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
  }
}
