package io.safeupdate.activities.phase;

import io.safeupdate.activities.words.Sha256;
import java.util.Locale;

/** The references that Safe Update gives to images; Docker allows small letters only. */
final class ImageNames {
  /** Docker takes 255 characters for all parts together. */
  private static final int LONGEST = 63;

  private static final int HASH_DIGITS = 12;

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

  /** A name in small letters, digits, dashes and an underscore, still unlike any other name's. */
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
   * Names that differ only in what Docker does not allow must not meet: a hash tells them apart,
   * and no plain name has its underscore.
   */
  private static String part(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = cut(plain).replaceAll("^-+|-+$", "");
    return trimmed.equals(name) ? name : (trimmed.isEmpty() ? "x" : trimmed) + "_" + hash(name);
  }

  private static String cut(String plain) {
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private static String hash(String name) {
    return Sha256.of(name).substring(0, HASH_DIGITS);
  }
}
