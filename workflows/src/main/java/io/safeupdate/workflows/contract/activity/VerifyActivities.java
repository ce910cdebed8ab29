package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Health of the new version. */
@ActivityInterface
public interface VerifyActivities {

  /** Waits until the new version is healthy and has stayed so through the soak. Idempotent. */
  @ActivityMethod(name = "Verify")
  Verified verify(Step step);
}
