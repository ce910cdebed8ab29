package io.safeupdate.activities.phase;

import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.HttpProbe;
import io.safeupdate.config.MediaConfig;
import io.safeupdate.config.MigrateConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The services that a deployment's configuration names. */
final class ConfiguredServices {
  private ConfiguredServices() {}

  static Set<String> of(DeploymentConfig config) {
    Set<String> names = new TreeSet<>(config.stateless());
    names.addAll(config.writers().orElse(List.of()));
    config.database().map(DatabaseConfig::service).ifPresent(names::add);
    config.media().map(MediaConfig::service).ifPresent(names::add);
    if (config.migrate() instanceof MigrateConfig.Command command) {
      names.add(command.service());
    }
    config.health().http().stream()
        .map(HttpProbe::service)
        .forEach(service -> service.ifPresent(names::add));
    return names;
  }
}
