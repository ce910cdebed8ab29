package io.safeupdate.cli.stack;

import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.HostWork;

/** Makes the activities that a host's worker runs. */
@FunctionalInterface
public interface Activities {

  /** They, and what goes with them. */
  HostWork of(SafeUpdateConfig config);
}
