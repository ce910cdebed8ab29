package io.safeupdate.api.rest;

import com.codahale.metrics.health.HealthCheck;
import io.safeupdate.api.host.HostOperations;
import io.safeupdate.workflows.client.ServerAwayException;
import java.util.Optional;

/** Whether Temporal answers. */
public final class TemporalCheck extends HealthCheck {
  private final HostOperations operations;

  public TemporalCheck(HostOperations operations) {
    this.operations = operations;
  }

  @Override
  protected Result check() {
    try {
      operations.list(Optional.empty(), 1);
      return Result.healthy();
    } catch (ServerAwayException away) {
      return Result.unhealthy(away.getMessage());
    }
  }
}
