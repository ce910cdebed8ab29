package io.safeupdate.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} (used when the variable is unset or empty)
 * by the environment's values, and {@code $$} by a dollar. Any other dollar stays as it is.
 */
final class Interpolation {
  private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\{([^}]*)(}?))");
  private static final Pattern INSIDE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-([^$]*))?");

  private final Map<String, String> environment;

  Interpolation(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  String fill(String text) throws Rejection {
    StringBuilder filled = new StringBuilder();
    Matcher references = REFERENCE.matcher(text);
    while (references.find()) {
      references.appendReplacement(filled, "");
      filled.append(meaning(references.toMatchResult()));
    }
    return references.appendTail(filled).toString();
  }

  private String meaning(MatchResult reference) throws Rejection {
    if (reference.group().equals("$$")) {
      return "$";
    }
    Matcher inside = INSIDE.matcher(reference.group(1));
    if (reference.group(2).isEmpty() || !inside.matches()) {
      throw new Rejection(
          "holds a `${` that names no environment variable",
          "write ${NAME}, ${NAME:-default}, or $${ for the two characters themselves");
    }
    return lookUp(inside.group(1), Optional.ofNullable(inside.group(2)));
  }

  private String lookUp(String name, Optional<String> fallback) throws Rejection {
    Optional<String> set = Optional.ofNullable(environment.get(name));
    Optional<String> value =
        fallback.isPresent() ? set.filter(it -> !it.isEmpty()).or(() -> fallback) : set;
    return value.orElseThrow(
        () ->
            new Rejection(
                "needs the environment variable " + name + ", which is not set",
                "set it, or write ${" + name + ":-default}"));
  }
}
