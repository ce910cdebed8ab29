package io.safeupdate.cli.stack;

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
    Monitoring monitoring) {}
