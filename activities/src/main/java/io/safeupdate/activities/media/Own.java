package io.safeupdate.activities.media;

/** Names of our own directories among the user files. */
final class Own {
  static final String PREFIX = ".safe-update-";

  private final String tag;

  /**
   * @param tag of the operation
   */
  Own(String tag) {
    this.tag = tag;
  }

  /** Whether a path below the media directory is not ours, or below something of ours. */
  static boolean isNot(String path) {
    return !path.startsWith(PREFIX);
  }

  /** Where the archive is unpacked, and how far the swap came. */
  String restore() {
    return PREFIX + tag + "-restore";
  }

  /** Where the files go that are replaced. */
  String replaced() {
    return PREFIX + tag + "-replaced";
  }

  /** Where restored files go that were taken out of use again. */
  String abandoned() {
    return PREFIX + tag + "-abandoned";
  }
}
