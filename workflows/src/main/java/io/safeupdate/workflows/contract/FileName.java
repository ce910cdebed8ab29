package io.safeupdate.workflows.contract;

import java.util.Optional;

/** Names of backups and archives, as requests may hold them: a file's name alone, no path. */
public final class FileName {
  private static final int LONGEST = 255;

  private FileName() {}

  /** Whether a text can be such a name: visible, no path, not hidden, not taken for an option. */
  public static boolean isUsable(String name) {
    return !name.isBlank()
        && !name.startsWith(".")
        && !name.startsWith("-")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && bytes(name) <= LONGEST;
  }

  /** In UTF-8, as file systems count. */
  private static int bytes(String name) {
    return name.codePoints().map(FileName::bytes).sum();
  }

  private static int bytes(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }

  /** What is wrong with the name that a request has under a key. */
  static Optional<String> defect(String key, String name) {
    if (name == null) {
      return Optional.of("the input names no " + key + ".");
    }
    return isUsable(name)
        ? Optional.empty()
        : Optional.of("\"" + key + "\" is not the name of a file: give it as `backups` lists it.");
  }
}
