package io.safeupdate.config;

import java.util.regex.Pattern;

/** What may appear of a file's text in a message: no secrets, no control characters, not much. */
final class Shown {
  private static final int MOST = 80;
  private static final String SECRET_WORD =
      "(?:pass|pwd|secret|token|credential|private|auth|signature|api[-_]?key)";
  private static final Pattern SECRET_KEY =
      Pattern.compile(SECRET_WORD + "|webhook\\.url", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("//\\S*@");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(" + SECRET_WORD + "[^=:\\s&]*(?:[=:]\\s*|\\s+))[^&\\s]+", Pattern.CASE_INSENSITIVE);

  private Shown() {}

  static String value(KeyPath key, String written) {
    if (SECRET_KEY.matcher(key.text()).find()) {
      return "***";
    }
    String masked = USER_INFO.matcher(written).replaceAll("//***@");
    return printable(SECRET_PARAMETER.matcher(masked).replaceAll("$1***"));
  }

  static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(MOST).forEach(point -> appendPrintable(shown, point));
    return text.codePointCount(0, text.length()) > MOST ? shown.append('…').toString() : shown + "";
  }

  private static void appendPrintable(StringBuilder shown, int point) {
    if (point == '\n') {
      shown.append("\\n");
    } else if (Character.isISOControl(point) || !Character.isDefined(point)) {
      shown.append(String.format("\\u%04x", point));
    } else {
      shown.appendCodePoint(point);
    }
  }
}
