package io.safeupdate.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One running environment of an application. Paths are absolute and normalised; nothing here says
 * that they exist. {@link DeploymentDraft} makes one with defaults.
 *
 * @param name its key in the file; safe in file names and queue names
 * @param directory the git checkout
 * @param composeFiles in the order given to Compose; at least one
 * @param envFile given to Compose as {@code --env-file}
 * @param project the Compose project; empty: what Compose resolves
 * @param profiles the active Compose profiles
 * @param remote the git remote that updates come from
 * @param branch the branch that the checkout is on and an update follows
 * @param database empty: the application has none
 * @param writers the services that stop for the snapshot; empty: all but the database and {@code
 *     stateless}
 * @param stateless services that write nothing and need not stop
 * @param media empty: there are no user files
 * @param schedule what is done by itself
 * @param acceptsCopies whether {@code copy-database} may replace this deployment's database
 */
public record DeploymentConfig(
    String name,
    Path directory,
    List<Path> composeFiles,
    Optional<Path> envFile,
    Optional<String> project,
    List<String> profiles,
    String remote,
    String branch,
    Optional<DatabaseConfig> database,
    MigrateConfig migrate,
    Optional<List<String>> writers,
    List<String> stateless,
    Optional<MediaConfig> media,
    HealthConfig health,
    UpdateConfig update,
    ScheduleConfig schedule,
    boolean acceptsCopies,
    RetentionConfig retention) {

  public DeploymentConfig {
    composeFiles = List.copyOf(composeFiles);
    profiles = List.copyOf(profiles);
    writers = writers.map(List::copyOf);
    stateless = List.copyOf(stateless);
  }
}
