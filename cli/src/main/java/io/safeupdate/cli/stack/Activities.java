package io.safeupdate.cli.stack;

import io.safeupdate.config.SafeUpdateConfig;
import java.util.List;

/** Makes the activities that a host's worker runs. */
@FunctionalInterface
public interface Activities {

  /** Implementations of the contract's activity interfaces. */
  List<Object> of(SafeUpdateConfig config);
}
