package io.safeupdate.api.monitoring;

import java.util.List;
import java.util.Optional;

/**
 * What the host tells a monitoring system, besides whether Temporal answers.
 *
 * @param metrics empty where nothing is measured
 */
public record Monitoring(List<Part> parts, Optional<Exposition.Source> metrics) {
  /** Of a host of which nothing is known. */
  public static final Monitoring NONE = new Monitoring(List.of(), Optional.empty());

  public Monitoring {
    parts = List.copyOf(parts);
  }
}
