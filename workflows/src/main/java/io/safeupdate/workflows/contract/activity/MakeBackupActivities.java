package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.BackupRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** A backup for its own sake. */
@ActivityInterface
public interface MakeBackupActivities {

  /**
   * Makes a backup while the application serves, and verifies it: by the application's own command,
   * or by Safe Update itself where it has none. Idempotent: a verified backup of this operation is
   * returned; one that still runs is awaited.
   */
  @ActivityMethod(name = "MakeBackup")
  Made make(Step step, BackupRequest request);

  /**
   * Restores the backup that {@code MakeBackup} made into a scratch database, compares tables and
   * row counts with the live one, and drops it again. Idempotent.
   */
  @ActivityMethod(name = "TrialRestore")
  Made tryOut(Step step);
}
