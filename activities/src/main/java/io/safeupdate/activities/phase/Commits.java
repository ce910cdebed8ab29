package io.safeupdate.activities.phase;

/** How commits are shown. */
final class Commits {
  private static final int SHOWN = 10;

  private Commits() {}

  static String abbreviated(String commit) {
    return commit.length() <= SHOWN ? commit : commit.substring(0, SHOWN);
  }
}
