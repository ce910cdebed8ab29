package io.safeupdate.api;

import com.codahale.metrics.health.HealthCheck;
import io.safeupdate.api.view.OperationsView;
import io.safeupdate.api.view.TemporalAwayException;
import java.util.Optional;

/** Whether Temporal answers. */
final class TemporalCheck extends HealthCheck {
  private final OperationsView operations;

  TemporalCheck(OperationsView operations) {
    this.operations = operations;
  }

  @Override
  protected Result check() {
    try {
      operations.list(Optional.empty(), 1);
      return Result.healthy();
    } catch (TemporalAwayException away) {
      return Result.unhealthy(away.getMessage());
    }
  }
}
