package io.safeupdate.activities.phase;

import java.util.Locale;

/** The references that Safe Update gives to images; Docker allows small letters only. */
final class ImageNames {
  private ImageNames() {}

  /** An image of the new version that an operation prepared. */
  static String prepared(String deployment, String name, String operationTag) {
    return reference(deployment, name, preparedTag(operationTag));
  }

  /** An image that a restore point pins. */
  static String pinned(String deployment, String name, String restorePoint) {
    return reference(deployment, name, restorePoint);
  }

  /** What all references of a deployment start with. */
  static String prefix(String deployment) {
    return "safe-update/" + part(deployment) + "/";
  }

  /** A name in small letters, digits and dashes, still unlike any other name's. */
  static String plain(String name) {
    return part(name);
  }

  static String preparedTag(String operationTag) {
    return operationTag + "-new";
  }

  private static String reference(String deployment, String name, String tag) {
    return prefix(deployment) + part(name) + ":" + tag;
  }

  /**
   * Names that differ only in what Docker does not allow must not meet: a hash tells them apart.
   */
  private static String part(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.equals(name) ? plain : plain + (plain.isEmpty() ? "x" : "-") + hash(name);
  }

  private static String hash(String name) {
    return Integer.toHexString(name.hashCode());
  }
}
