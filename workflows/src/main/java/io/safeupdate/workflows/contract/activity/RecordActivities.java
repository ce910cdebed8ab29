package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The restore point. */
@ActivityInterface
public interface RecordActivities {

  /**
   * Writes the restore point once and pins what it names. Idempotent.
   *
   * @return its id
   */
  @ActivityMethod(name = "Record")
  String record(Step step);
}
