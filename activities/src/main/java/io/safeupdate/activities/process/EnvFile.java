package io.safeupdate.activities.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lenient reading of an env file, good for one thing: knowing what to hide. What the values mean
 * to the application only Compose knows.
 */
final class EnvFile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*[=:][ \\t]*(?:'([^']*)'|([^\\r\\n]*))",
          Pattern.MULTILINE);

  private EnvFile() {}

  /** Nothing when the file cannot be read: then nobody else can take a secret from it either. */
  static Map<String, String> read(Path file) {
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Map.of();
    }
  }

  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher matcher = ASSIGNMENT.matcher(text);
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      int close = closingQuote(text, matcher);
      values.put(matcher.group(1), close < 0 ? value(matcher) : quoted(text, matcher, close));
      at = Math.max(close, matcher.end()) + 1;
    }
    return values;
  }

  /** By hand: a pattern for it takes a frame of the stack for each character of a long key. */
  private static int closingQuote(String text, Matcher matcher) {
    if (matcher.group(3) == null || !matcher.group(3).startsWith("\"")) {
      return -1;
    }
    for (int i = matcher.start(3) + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        return i;
      }
      i += text.charAt(i) == '\\' ? 1 : 0;
    }
    return -1;
  }

  private static String quoted(String text, Matcher matcher, int close) {
    String inside = text.substring(matcher.start(3) + 1, close);
    return inside.replace("\\n", "\n").replaceAll("(?s)\\\\(.)", "$1");
  }

  private static String value(Matcher matcher) {
    return matcher.group(2) != null
        ? matcher.group(2)
        : matcher.group(3).replaceFirst("\\s#.*$", "").strip();
  }
}
