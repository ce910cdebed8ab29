package io.safeupdate.workflows.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which words a person may give for a branch, a tag or a commit. */
public final class RefName {
  private static final Pattern USABLE =
      Pattern.compile("[^\\p{C}\\p{Z}~^:?*\\[\\\\-][^\\p{C}\\p{Z}~^:?*\\[\\\\]{0,249}");

  private static final int LONGEST_QUOTE = 80;

  private RefName() {}

  /** Whether a word can name one, and is neither an option nor a range nor a pattern. */
  public static boolean isUsable(String word) {
    return USABLE.matcher(word).matches() && !word.contains("..") && !word.contains("@{");
  }

  /** What is wrong with the word that a request has under a key. */
  static Optional<String> defect(String key, String word) {
    return isUsable(word)
        ? Optional.empty()
        : Optional.of(
            "\"%s\": \"%s\" is no name of a branch, tag or commit."
                .formatted(key, shortened(word)));
  }

  private static String shortened(String word) {
    return word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "…";
  }
}
