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
          "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*[=:][ \\t]*"
              + "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\r\\n]*))",
          Pattern.MULTILINE | Pattern.DOTALL);

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
    while (matcher.find()) {
      values.put(matcher.group(1), value(matcher));
    }
    return values;
  }

  private static String value(Matcher matcher) {
    if (matcher.group(2) != null) {
      return matcher.group(2);
    }
    if (matcher.group(3) != null) {
      return matcher.group(3).replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }
    return matcher.group(4).replaceFirst("\\s#.*$", "").strip();
  }
}
