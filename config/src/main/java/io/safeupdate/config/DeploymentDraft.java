package io.safeupdate.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A deployment whose parts are filled in one by one; those left out have the file's defaults. */
public final class DeploymentDraft {
  private final String name;
  private final Path directory;
  private List<Path> composeFiles = List.of();
  private Optional<Path> envFile = Optional.empty();
  private Optional<String> project = Optional.empty();
  private List<String> profiles = List.of();
  private String remote = "origin";
  private String branch = "";
  private Optional<DatabaseConfig> database = Optional.empty();
  private MigrateConfig migrate = new MigrateConfig.None();
  private Optional<List<String>> writers = Optional.empty();
  private List<String> stateless = List.of();
  private Optional<MediaConfig> media = Optional.empty();
  private HealthConfig health = HealthConfig.defaults();
  private UpdateConfig update = UpdateConfig.defaults();
  private ScheduleConfig schedule = ScheduleConfig.defaults();
  private boolean acceptsCopies;
  private RetentionConfig retention = RetentionConfig.defaults();

  /**
   * @param directory the checkout; absolute
   */
  public DeploymentDraft(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** Files that Compose reads; relative ones are relative to the checkout. */
  public DeploymentDraft files(List<Path> compose, Optional<Path> env) {
    composeFiles = compose.stream().map(this::absolute).toList();
    envFile = env.map(this::absolute);
    return this;
  }

  /** The Compose project and its profiles. */
  public DeploymentDraft project(Optional<String> projectName, List<String> activeProfiles) {
    project = projectName;
    profiles = activeProfiles;
    return this;
  }

  /** Where updates come from. */
  public DeploymentDraft source(String remoteName, String branchName) {
    remote = remoteName;
    branch = branchName;
    return this;
  }

  /** The database and how it migrates. */
  public DeploymentDraft database(DatabaseConfig config, MigrateConfig migration) {
    database = Optional.of(config);
    migrate = migration;
    return this;
  }

  /** The services that stop for a snapshot. */
  public DeploymentDraft writers(List<String> services) {
    writers = Optional.of(services);
    return this;
  }

  /** The services that need not stop. */
  public DeploymentDraft stateless(List<String> services) {
    stateless = services;
    return this;
  }

  /** Where user files are. */
  public DeploymentDraft media(MediaConfig config) {
    media = Optional.of(config);
    return this;
  }

  /** When it counts as healthy. */
  public DeploymentDraft health(HealthConfig config) {
    health = config;
    return this;
  }

  /** How updates go. */
  public DeploymentDraft update(UpdateConfig config) {
    update = config;
    return this;
  }

  /** What is done by itself. */
  public DeploymentDraft schedule(ScheduleConfig config) {
    schedule = config;
    return this;
  }

  /** Whether its database may be replaced by another deployment's. */
  public DeploymentDraft acceptsCopies(boolean accepts) {
    acceptsCopies = accepts;
    return this;
  }

  /** What is kept. */
  public DeploymentDraft retention(RetentionConfig config) {
    retention = config;
    return this;
  }

  /** The deployment as drafted. */
  public DeploymentConfig complete() {
    return new DeploymentConfig(
        name,
        directory,
        composeFiles,
        envFile,
        project,
        profiles,
        remote,
        branch,
        database,
        migrate,
        writers,
        stateless,
        media,
        health,
        update,
        schedule,
        acceptsCopies,
        retention);
  }

  private Path absolute(Path file) {
    return directory.resolve(file).normalize();
  }
}
