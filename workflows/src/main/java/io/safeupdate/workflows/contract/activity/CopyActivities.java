package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.CopyRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** A copy of another deployment's database takes the place of this one's. */
@ActivityInterface
public interface CopyActivities {

  /**
   * Sees that the deployment takes copies and that its server can read one, then begins as every
   * operation does: takes the lock and writes down how the deployment is. Idempotent.
   */
  @ActivityMethod(name = "BeginCopy")
  Begun begin(Step step, CopyRequest request);

  /**
   * Streams the request's backup into this deployment's backup directory, where it appears when its
   * hash is that of the original. Idempotent: a file that arrived whole is kept.
   */
  @ActivityMethod(name = "Transfer")
  Made transfer(Step step, CopyRequest request);

  /** Removes the file that was transferred; tolerates that there is none. Idempotent. */
  @ActivityMethod(name = "RemoveTransferred")
  String remove(Step step);

  /**
   * Restores the transferred backup beside the live database, under this deployment's owner.
   * Idempotent: a restore of this step that still runs is awaited, a complete one kept.
   */
  @ActivityMethod(name = "RestoreCopy")
  Made restoreBeside(Step step);

  /**
   * Runs the statement file that the host's configuration names in the restored database, in one
   * transaction; without one there is nothing to do. Idempotent: it never runs twice.
   */
  @ActivityMethod(name = "AfterCopy")
  String afterCopy(Step step);

  /**
   * Runs the migration command of the running version on the copy, which is live by now, and sees
   * that nothing is pending. Idempotent, as {@code Migrate}.
   */
  @ActivityMethod(name = "MigrateCopy")
  String migrate(Step step);
}
