package io.safeupdate.cli.stack;

import io.safeupdate.api.monitoring.Exposition;
import io.safeupdate.api.monitoring.Monitoring;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operations;
import java.util.Optional;

/**
 * What services stand on.
 *
 * @param operations of the host
 * @param temporalAddress {@code host:port} of the server
 * @param temporalUi where runs are linked to
 */
public record Backend(
    SafeUpdateConfig config,
    Operations operations,
    String temporalAddress,
    Optional<String> temporalUi,
    Monitoring monitoring) {

  /** The same, with metrics. */
  Backend measuredBy(Exposition.Source metrics) {
    return new Backend(
        config,
        operations,
        temporalAddress,
        temporalUi,
        new Monitoring(monitoring.parts(), Optional.of(metrics)));
  }
}
