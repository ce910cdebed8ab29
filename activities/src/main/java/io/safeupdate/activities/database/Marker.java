package io.safeupdate.activities.database;

/**
 * The first line of the comment on a database that Safe Update made. It is written last, so a
 * database without it is half-made. The original comment follows it, for the day it goes live.
 */
final class Marker {
  private Marker() {}

  static String complete(String step) {
    return "safe-update: complete " + step;
  }
}
