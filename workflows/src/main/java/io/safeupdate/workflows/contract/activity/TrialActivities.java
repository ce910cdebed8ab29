package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The new version beside the running one. */
@ActivityInterface
public interface TrialActivities {

  /** Starts the probed services, probes them, and removes them again. Idempotent. */
  @ActivityMethod(name = "Trial")
  String trial(Step step);

  /** Removes what a trial left behind. Idempotent. */
  @ActivityMethod(name = "RemoveTrial")
  String remove(Step step);
}
