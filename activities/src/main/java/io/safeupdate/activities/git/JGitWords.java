package io.safeupdate.activities.git;

import java.util.LinkedHashSet;
import java.util.Set;

/** What JGit says about a failure, which is spread over the causes of an exception. */
final class JGitWords {
  private JGitWords() {}

  static String of(Throwable failure) {
    Set<String> words = new LinkedHashSet<>();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      words.add(at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage());
    }
    return String.join("\n", words);
  }
}
