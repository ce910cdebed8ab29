package io.safeupdate.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a deployment counts as healthy.
 *
 * @param http all of these pass; empty: the state of the containers decides alone
 * @param timeout how long a version may take to become healthy
 * @param soak how long it must then stay so
 */
public record HealthConfig(List<HttpProbe> http, Duration timeout, Duration soak) {

  public HealthConfig {
    http = List.copyOf(http);
  }

  /** No probes, three minutes, ten seconds. */
  public static HealthConfig defaults() {
    return new HealthConfig(List.of(), Duration.ofMinutes(3), Duration.ofSeconds(10));
  }

  static Optional<HealthConfig> read(Section section) {
    HealthConfig defaults = defaults();
    return Optional.of(
        new HealthConfig(
            section
                .value("http")
                .flatMap(value -> value.list(probe -> probe.section(HttpProbe::read)))
                .orElse(defaults.http),
            section.optional("timeout", Durations::positive).orElse(defaults.timeout),
            section.optional("soak", Durations::notNegative).orElse(defaults.soak)));
  }
}
