package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Compose;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.StateDirectory;
import io.safeupdate.config.DeploymentConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * What the phases work with on this host.
 *
 * @param name the host's name
 * @param deployments finds a deployment's configuration; throws {@code ConfigInvalid} when there is
 *     none of that name
 * @param checkouts opens the checkout in a directory
 */
public record Host(
    String name,
    StateDirectory state,
    Function<String, DeploymentConfig> deployments,
    Compose compose,
    Engine engine,
    Function<Path, Checkout> checkouts,
    HttpProbes probes,
    Heartbeats heartbeats,
    Clock clock) {

  public Deployment deployment(String deployment) {
    return new Deployment(this, deployments.apply(deployment));
  }
}
