package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Moves the checkout. */
@ActivityInterface
public interface PullActivities {

  /** Fast-forwards the branch to the target commit. Idempotent, finishes a half-done move. */
  @ActivityMethod(name = "Pull")
  String pull(Step step);

  /** Brings branch, index and files back to the recorded commit. Idempotent. */
  @ActivityMethod(name = "PullBack")
  String back(Step step);
}
