package io.safeupdate.workflows.contract;

import java.nio.charset.StandardCharsets;
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
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
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
