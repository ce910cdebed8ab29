package io.safeupdate.api.view;

import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.client.OperationEntry;
import java.util.Optional;

/**
 * A deployment in JSON.
 *
 * @param directory the checkout on the host
 * @param project the Compose project; absent: what Compose resolves
 * @param lastOperation the latest one, open or over; absent: there was none
 */
public record DeploymentEntry(
    String name,
    String host,
    String directory,
    Optional<String> project,
    String remote,
    String branch,
    Optional<OperationEntry> lastOperation) {

  static DeploymentEntry of(
      DeploymentConfig config, String host, Optional<OperationEntry> lastOperation) {
    return new DeploymentEntry(
        config.name(),
        host,
        config.directory().toString(),
        config.project(),
        config.remote(),
        config.branch(),
        lastOperation);
  }
}
