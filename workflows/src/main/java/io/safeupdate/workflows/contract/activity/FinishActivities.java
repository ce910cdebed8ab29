package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The end: prune, write the receipt, give the lock back. */
@ActivityInterface
public interface FinishActivities {

  /**
   * Prunes by retention what Safe Update made. Never fails an update: what it could not do is said.
   */
  @ActivityMethod(name = "Finish")
  String finish(Step step);

  /** Writes the receipt and gives the lock back. Idempotent. */
  @ActivityMethod(name = "Close")
  void close(Step step, OperationResult result);
}
