package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Makes the new version ready while the old one serves. */
@ActivityInterface
public interface PrepareActivities {

  /**
   * Fetches, exports the target, builds and pulls its images under our own tags, reads the pending
   * migrations with them and decides the strategy. Idempotent.
   */
  @ActivityMethod(name = "Prepare")
  Prepared prepare(Step step);

  /** Drops the prepared images and the exported files. Tolerates that there are none. */
  @ActivityMethod(name = "DropPrepared")
  String drop(Step step);
}
