package io.safeupdate.activities.words;

import java.util.regex.Pattern;

/** Names and texts from outside, as they may stand in a message: on one line, all to be seen. */
public final class Shown {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern PLAIN_PATH = Pattern.compile("[^\\p{C}\\p{Z}\"\\\\]+");

  private Shown() {}

  /** The text with a question mark in place of everything that nobody can see. */
  public static String line(String text) {
    return UNSEEN.matcher(text).replaceAll("?");
  }

  /** A path; between double quotes and with escapes where it would not be clear where it ends. */
  public static String path(String path) {
    return PLAIN_PATH.matcher(path).matches() ? path : quoted(path);
  }

  private static String quoted(String path) {
    StringBuilder shown = new StringBuilder("\"");
    path.codePoints().forEach(sign -> append(shown, sign));
    return shown.append('"').toString();
  }

  private static void append(StringBuilder shown, int sign) {
    switch (sign) {
      case '\n' -> shown.append("\\n");
      case '\t' -> shown.append("\\t");
      case '"', '\\' -> shown.append('\\').append((char) sign);
      default -> {
        String text = Character.toString(sign);
        shown.append(UNSEEN.matcher(text).matches() ? "\\u%04x".formatted(sign) : text);
      }
    }
  }
}
