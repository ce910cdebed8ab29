package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Stops what writes, and starts it again. */
@ActivityInterface
public interface QuiesceActivities {

  /** Stops the writer services and sees that they are stopped. Idempotent. */
  @ActivityMethod(name = "Quiesce")
  String quiesce(Step step);

  /** Starts the stopped containers of the old version that still exist. Idempotent. */
  @ActivityMethod(name = "Resume")
  String resume(Step step);
}
