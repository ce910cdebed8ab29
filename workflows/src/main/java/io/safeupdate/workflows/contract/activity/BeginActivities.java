package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.OperationType;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The beginning of every operation but an update, whose preflight looks at more. */
@ActivityInterface
public interface BeginActivities {

  /**
   * Takes the lock, checks what such an operation needs, and writes down how the deployment is.
   * Idempotent: what was written down once is returned, never taken again.
   */
  @ActivityMethod(name = "Begin")
  Begun begin(Step step, OperationType type);
}
