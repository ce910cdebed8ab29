package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.DeploymentLock.Owner;

/** What Temporal knows of the operations that hold locks. */
@FunctionalInterface
public interface Runs {

  /** Whether an owner's run is open; one that Temporal does not know is not. */
  boolean isOpen(Owner owner);
}
