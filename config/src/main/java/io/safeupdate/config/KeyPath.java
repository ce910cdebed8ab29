package io.safeupdate.config;

/**
 * The path of a key, such as {@code deployments.production.health.http[0].url}.
 *
 * @param text fit for a message; empty: the whole file
 */
record KeyPath(String text) {
  static final KeyPath ROOT = new KeyPath("");

  KeyPath child(String key) {
    String shown = Shown.printable(key);
    return new KeyPath(text.isEmpty() ? shown : text + "." + shown);
  }

  KeyPath item(int index) {
    return new KeyPath(text + "[" + index + "]");
  }
}
