package io.safeupdate.activities.docker;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Variables that Compose only warns of before it puts a blank in their place. */
final class UnsetVariables {
  private static final Pattern WARNING =
      Pattern.compile("The \\\\?\"([^\"\\\\]+)\\\\?\" variable is not set");

  private UnsetVariables() {}

  /** Their names in the order of the first warning, each once. */
  static List<String> named(String stderr) {
    return WARNING
        .matcher(stderr)
        .results()
        .map((MatchResult hit) -> hit.group(1))
        .distinct()
        .toList();
  }
}
