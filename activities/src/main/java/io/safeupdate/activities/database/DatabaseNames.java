package io.safeupdate.activities.database;

import java.nio.charset.StandardCharsets;

/**
 * What the databases of one operation are called.
 *
 * @param tag the operation's short id: lower-case letters and digits, at most 24
 */
public record DatabaseNames(String tag) {
  private static final String OURS = "su_";
  private static final String ABANDONED = "_abandoned_";

  /** PostgreSQL silently cuts longer names. */
  private static final int LONGEST = 63;

  public DatabaseNames {
    if (!isTag(tag)) {
      throw new IllegalArgumentException("Not a tag for a database's name: " + tag);
    }
  }

  /** The copy that waits for a way back. */
  public String snapshot() {
    return OURS + "snapshot_" + tag;
  }

  /** A restored backup that is to become live. */
  public String restore() {
    return OURS + "restore_" + tag;
  }

  /** A restored backup that is only looked at. */
  public String verify() {
    return OURS + "verify_" + tag;
  }

  /** Where the live database goes when another one takes its place. */
  public String abandoned(String live) {
    String ending = ABANDONED + tag;
    return cut(live, LONGEST - ending.length()) + ending;
  }

  /** Whether a name can only be one of an operation's own databases. */
  public static boolean areOurs(String name) {
    return name.matches("su_(snapshot|restore|verify)_[a-z0-9]{1,24}");
  }

  /** Whether a name is one that {@link #abandoned} gave to a live database, in any operation. */
  static boolean isAbandoned(String name, String live) {
    String tag = name.substring(name.lastIndexOf('_') + 1);
    return isTag(tag) && name.equals(new DatabaseNames(tag).abandoned(live));
  }

  private static boolean isTag(String text) {
    return text.matches("[a-z0-9]{1,24}");
  }

  /** The longest beginning of a text that fits, in UTF-8 bytes, without splitting a character. */
  private static String cut(String text, int bytes) {
    int end = text.length();
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
