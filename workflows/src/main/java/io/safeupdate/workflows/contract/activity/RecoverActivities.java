package io.safeupdate.workflows.contract.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Optional;

/** Finds what must be brought to an end. */
@ActivityInterface
public interface RecoverActivities {

  /**
   * Reads the deployment's lock and its owner's journal. Changes nothing. Fails with {@code
   * DeploymentBusy} while the owner is open.
   *
   * @return the operation that ended without its way back; empty when there is none
   */
  @ActivityMethod(name = "FindUnfinished")
  Optional<Unfinished> find(Step step);
}
