package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.FileName;

/**
 * Names of files in the backup directory. They come from people, and from whoever may write there.
 */
final class FileNames {
  private FileNames() {}

  static String required(String name) {
    if (!FileName.isUsable(name)) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "%s is not the name of a backup: give the file's name alone, as `backups` lists it."
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
    return name;
  }
}
