package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The copy of the database on its own server. */
@ActivityInterface
public interface SnapshotActivities {

  /** Copies the quiesced database. Idempotent: a half-made copy is dropped and made again. */
  @ActivityMethod(name = "Snapshot")
  String snapshot(Step step);

  /** Drops the copy, unless it has become the live database. Idempotent. */
  @ActivityMethod(name = "DropSnapshot")
  String drop(Step step);
}
