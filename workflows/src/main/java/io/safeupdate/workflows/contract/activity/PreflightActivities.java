package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Reads and checks; changes nothing but the lock and the baseline of the operation. */
@ActivityInterface
public interface PreflightActivities {

  /** The deployment's policy from the host's configuration. Read-only. */
  @ActivityMethod(name = "LoadPolicy")
  Policy loadPolicy(Step step, PolicyOverrides overrides);

  /**
   * Takes the lock, checks everything that can be checked before anything is touched, and writes
   * the baseline. Idempotent: a baseline once written is returned, never taken again.
   */
  @ActivityMethod(name = "Preflight")
  Preflight preflight(Step step, UpdateRequest request);
}
