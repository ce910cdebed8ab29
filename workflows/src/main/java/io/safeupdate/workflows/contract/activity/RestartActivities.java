package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The switch, and the last act of every way back. */
@ActivityInterface
public interface RestartActivities {

  /** Recreates what changed, or all. Declarative, idempotent. */
  @ActivityMethod(name = "Restart")
  String restart(Step step);

  /** Removes the new version's containers. Idempotent. */
  @ActivityMethod(name = "RemoveNewContainers")
  String remove(Step step);

  /**
   * Brings the recorded version up, on the recorded images, and sees that it is as healthy as it
   * was. A no-op where it never stopped. Idempotent.
   */
  @ActivityMethod(name = "StartOldVersion")
  Verified startOld(Step step);

  /**
   * Waits until the application is as healthy as it was when the operation began, and has stayed so
   * through the soak. For operations that change no code. Idempotent.
   */
  @ActivityMethod(name = "VerifyHealth")
  Verified verifyHealth(Step step);
}
