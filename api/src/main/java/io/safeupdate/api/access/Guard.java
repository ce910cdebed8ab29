package io.safeupdate.api.access;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.config.SafeUpdateConfig;
import jakarta.ws.rs.core.SecurityContext;

/** Gives each caller the host's operations as they may have them. */
public final class Guard {
  private final HostOperations operations;
  private final SafeUpdateConfig config;
  private final Audit audit;

  public Guard(HostOperations operations, SafeUpdateConfig config, Audit audit) {
    this.operations = operations;
    this.config = config;
    this.audit = audit;
  }

  /** The operations for the caller of a request. */
  public GuardedOperations of(SecurityContext security) {
    return of(Caller.of(security));
  }

  public GuardedOperations of(Caller caller) {
    return new GuardedOperations(operations, config.withDeployments(caller::sees), audit, caller);
  }
}
