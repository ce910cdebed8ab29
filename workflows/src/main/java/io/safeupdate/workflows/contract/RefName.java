package io.safeupdate.workflows.contract;

import java.util.regex.Pattern;

/** Which words a person may give for a branch, a tag or a commit. */
public final class RefName {
  private static final Pattern USABLE =
      Pattern.compile("[^\\p{C}\\p{Z}~^:?*\\[\\\\-][^\\p{C}\\p{Z}~^:?*\\[\\\\]{0,249}");

  private RefName() {}

  /** Whether a word can name one, and is neither an option nor a range nor a pattern. */
  public static boolean isUsable(String word) {
    return USABLE.matcher(word).matches() && !word.contains("..") && !word.contains("@{");
  }
}
