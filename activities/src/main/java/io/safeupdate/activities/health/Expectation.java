package io.safeupdate.activities.health;

import io.safeupdate.config.HttpProbe;
import java.util.List;
import java.util.Optional;

/**
 * What a version must show to count as healthy.
 *
 * @param project the Compose project
 * @param probes that must pass
 * @param timeout in seconds, until it must be healthy
 * @param soak in seconds, how long it must stay so
 */
public record Expectation(
    String project,
    List<ExpectedService> services,
    List<HttpProbe> probes,
    java.time.Duration timeout,
    java.time.Duration soak) {

  public Expectation {
    services = List.copyOf(services);
    probes = List.copyOf(probes);
  }

  /**
   * A service.
   *
   * @param imageId the image its containers must run; empty: any
   * @param mayEnd whether having ended with 0 is as good as running: a job
   */
  public record ExpectedService(String service, Optional<String> imageId, boolean mayEnd) {}
}
