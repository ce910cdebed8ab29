package io.safeupdate.api.monitoring;

import com.codahale.metrics.health.HealthCheck;

/** A part as Dropwizard's own admin pages show it, where the configuration serves those. */
public final class PartCheck extends HealthCheck {
  private final Health health;
  private final String part;

  public PartCheck(Health health, String part) {
    this.health = health;
    this.part = part;
  }

  @Override
  protected Result check() {
    PartHealth seen = health.look().get(part);
    String message = seen.message().orElse("");
    return seen.healthy() ? Result.healthy(message) : Result.unhealthy(message);
  }
}
