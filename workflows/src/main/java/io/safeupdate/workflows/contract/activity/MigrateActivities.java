package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Changes the schema, and brings the database back. */
@ActivityInterface
public interface MigrateActivities {

  /**
   * Runs the migration command of the new image once and sees that nothing is pending. A killed
   * attempt is found by its container and awaited; a second one never runs beside it.
   */
  @ActivityMethod(name = "Migrate")
  String migrate(Step step);

  /**
   * Brings the database back to what it was before the migration, by the strategy; no-op when no
   * migration began. The abandoned database is kept and named in the answer. Idempotent.
   */
  @ActivityMethod(name = "RestoreDatabaseBefore")
  String back(Step step);
}
