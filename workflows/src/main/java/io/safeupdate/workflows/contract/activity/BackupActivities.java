package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The application's own backup, verified. */
@ActivityInterface
public interface BackupActivities {

  /**
   * Runs the backup command once, finds the file it made and verifies it. Idempotent: a verified
   * backup of this step is returned; one that still runs is awaited.
   *
   * @return one line: name, size, how it was verified
   */
  @ActivityMethod(name = "Backup")
  String backup(Step step);
}
