package io.safeupdate.workflows.contract;

import java.util.Optional;

/** Settings of the section {@code update} that one operation may override. */
public record PolicyOverrides(
    Optional<OnFailure> onFailure,
    Optional<RestoreMode> restoreMode,
    Optional<RestartMode> restart,
    Optional<Boolean> trial) {

  public static final PolicyOverrides NONE =
      new PolicyOverrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
