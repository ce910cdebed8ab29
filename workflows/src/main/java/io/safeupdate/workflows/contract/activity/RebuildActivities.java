package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The compose tags. */
@ActivityInterface
public interface RebuildActivities {

  /** Gives the prepared images their compose tags. Idempotent. */
  @ActivityMethod(name = "Rebuild")
  String rebuild(Step step);

  /** Gives the recorded images their compose tags back. Idempotent. */
  @ActivityMethod(name = "TagBack")
  String back(Step step);
}
