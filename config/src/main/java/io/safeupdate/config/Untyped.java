package io.safeupdate.config;

/** What a value without quotes is where nobody asked for a type. */
final class Untyped {
  private Untyped() {}

  /** A truth value, a whole number, or the text itself. */
  static Object plain(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?(0|[1-9]\\d{0,17})") ? (Object) Long.valueOf(text) : text;
  }
}
