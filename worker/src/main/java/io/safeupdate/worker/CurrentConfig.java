package io.safeupdate.worker;

import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.SafeUpdateConfig;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The deployments as the configuration file has them now, so that an edit counts from the next step
 * on without a restart. A configuration that came from no file stays as it is.
 */
final class CurrentConfig
    implements Function<String, DeploymentConfig>, Supplier<SafeUpdateConfig> {
  private final SafeUpdateConfig started;
  private final ConfigLoader loader;

  CurrentConfig(SafeUpdateConfig started, ConfigLoader loader) {
    this.started = started;
    this.loader = loader;
  }

  @Override
  public DeploymentConfig apply(String deployment) {
    return get().requireDeployment(deployment);
  }

  @Override
  public SafeUpdateConfig get() {
    return started.source().map(loader::load).orElse(started);
  }
}
