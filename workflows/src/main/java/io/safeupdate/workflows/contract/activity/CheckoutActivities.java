package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The checkout and the env file, to a restore point and back. */
@ActivityInterface
public interface CheckoutActivities {

  /**
   * Brings branch, index and files to the recorded commit, with the branch checked out all the
   * while, and the env file to what it was. Idempotent, finishes a half-done move.
   */
  @ActivityMethod(name = "CheckOut")
  String checkOut(Step step);

  /** Brings all of it back to how the rollback found it. Idempotent; tolerates "never happened". */
  @ActivityMethod(name = "CheckOutBack")
  String back(Step step);
}
