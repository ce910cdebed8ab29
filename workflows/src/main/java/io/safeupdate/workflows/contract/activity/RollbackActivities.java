package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.RollbackRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What only a rollback does, while the application serves. */
@ActivityInterface
public interface RollbackActivities {

  /**
   * Takes the lock, finds the restore point, checks that all it names can be had, and writes down
   * how the deployment is. Idempotent: what was written down once is returned, never taken again.
   */
  @ActivityMethod(name = "BeginRollback")
  RollbackBegun begin(Step step, RollbackRequest request);

  /**
   * Gives the recorded images names of this operation; builds or pulls those that were pruned, from
   * the recorded commit. Idempotent.
   */
  @ActivityMethod(name = "PrepareRollback")
  Prepared prepare(Step step);

  /**
   * Makes a database beside the live one that is as recorded: a copy of the restore point's own
   * copy where that is still on the server, else of its backup, the very file. Compared with what
   * was recorded. Idempotent.
   */
  @ActivityMethod(name = "RestoreRecorded")
  Made restoreBeside(Step step);
}
