package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.config.UpdateConfig;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.RestoreMode;
import java.util.Optional;

/** What an operation does differently from the configuration; kept with its record. */
record Overrides(
    Optional<RestoreMode> restoreMode, Optional<RestartMode> restart, Optional<Boolean> trial) {

  static Overrides of(PolicyOverrides requested) {
    return new Overrides(requested.restoreMode(), requested.restart(), requested.trial());
  }

  static Overrides in(OperationRecord record) {
    return record.find(Overrides.class).orElseGet(() -> of(PolicyOverrides.NONE));
  }

  RestoreMode restoreMode(UpdateConfig config) {
    return restoreMode.orElse(RestoreMode.of(config.restoreMode().name()));
  }

  RestartMode restart(UpdateConfig config) {
    return restart.orElse(RestartMode.of(config.restart().name()));
  }

  boolean trial(UpdateConfig config) {
    return trial.orElse(config.trial());
  }
}
