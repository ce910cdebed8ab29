package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.charset.StandardCharsets;

/**
 * Names of files in the backup directory. They come from people, and from whoever may write there.
 */
final class FileNames {
  private static final int LONGEST = 255;

  private FileNames() {}

  static boolean isUsable(String name) {
    return !name.isBlank()
        && !name.startsWith(".")
        && !name.startsWith("-")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  static String required(String name) {
    if (!isUsable(name)) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "%s is not the name of a backup: give the file's name alone, as `backups` lists it."
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
    return name;
  }
}
