package io.safeupdate.worker;

import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.SafeUpdateConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The deployments as the configuration file has them now, so that an edit counts from the next step
 * on without a restart. A configuration that came from no file stays as it is.
 */
final class CurrentConfig implements Function<String, DeploymentConfig> {
  private final SafeUpdateConfig started;
  private final ConfigLoader loader;

  CurrentConfig(SafeUpdateConfig started, ConfigLoader loader) {
    this.started = started;
    this.loader = loader;
  }

  @Override
  public DeploymentConfig apply(String deployment) {
    return now().requireDeployment(deployment);
  }

  /** The directories below which backups may be exported. */
  List<Path> exportRoots() {
    return now().exportRoots();
  }

  private SafeUpdateConfig now() {
    return started.source().map(loader::load).orElse(started);
  }
}
