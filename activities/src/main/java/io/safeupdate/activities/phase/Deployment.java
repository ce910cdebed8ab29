package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Access;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Shell;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.DeploymentLock;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.media.Archives;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One configured deployment on this host, and how to reach its parts. */
final class Deployment {
  private final Host host;
  private final DeploymentConfig config;

  Deployment(Host host, DeploymentConfig config) {
    this.host = host;
    this.config = config;
  }

  Host host() {
    return host;
  }

  String name() {
    return config.name();
  }

  DeploymentConfig config() {
    return config;
  }

  Checkout checkout() {
    return host.checkouts().apply(config.directory());
  }

  /** The project as configured; its name may be left to Compose. */
  ComposeProject project() {
    return new ComposeProject(
        config.directory(),
        config.composeFiles(),
        config.envFile(),
        config.project(),
        config.profiles());
  }

  /** The project under the name that preflight saw. */
  ComposeProject project(Baseline baseline) {
    return project().named(baseline.project());
  }

  /** What Compose calls the project; asks Compose. */
  String projectName() {
    return host.compose().config(project()).projectName();
  }

  /** The env file; Compose's own default where none is configured. It may be absent. */
  Path envFile() {
    return config.envFile().orElseGet(() -> config.directory().resolve(".env"));
  }

  OperationRecord record(Step step) {
    return new OperationRecord(host.state().operation(config.name(), step.operation()));
  }

  /**
   * Takes the lock for an operation, after tidying up behind one that left nothing to bring back;
   * no-op for the lock's owner.
   *
   * @return the operation's record
   * @throws StepFailure {@code DeploymentBusy}, {@code DeploymentUnfinished}
   */
  OperationRecord take(Step step) {
    Stranded.settleIn(this, step);
    lock().take(step, host.clock().instant(), host.runs()::isOpen);
    return record(step);
  }

  /**
   * What a long piece of work comes to, done once for its operation: found in the record, or done
   * now, with heartbeats, and recorded.
   */
  <T extends Record> T once(Step step, Class<T> fact, Function<Progress, T> work) {
    return record(step).once(fact, () -> host.heartbeats().during(work));
  }

  DeploymentLock lock() {
    return new DeploymentLock(host.state().deployment(config.name()));
  }

  /** The backups that a person pinned. */
  KeptBackups keptBackups() {
    return new KeptBackups(
        new JsonFile(host.state().deployment(config.name()).resolve("kept-backups.json")));
  }

  /** The archives of user files. */
  Archives archives() {
    return new Archives(host.state().media(config.name()));
  }

  /** Whether each update takes the user files into an archive. */
  boolean archivesMedia() {
    return config.update().media() && config.media().isPresent();
  }

  RestorePoints restorePoints() {
    return new RestorePoints(host.state().restorePoints(config.name()));
  }

  /**
   * The database configuration of a deployment that must have one.
   *
   * @throws StepFailure {@code PreconditionFailed} when it has none
   */
  DatabaseConfig databaseConfig() {
    return config
        .database()
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED, name() + " has no database configured"));
  }

  /**
   * The running container of the database service.
   *
   * @throws StepFailure {@code DatabaseFailed} when none runs
   */
  Container databaseContainer(String project) {
    String service = databaseConfig().service();
    return host.engine().containers(project, false).stream()
        .filter(it -> it.service().equals(Optional.of(service)) && it.isRunning())
        .findFirst()
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.DATABASE_FAILED,
                    "The database service \"%s\" of project %s does not run. Start it: docker compose -p %s start %s"
                        .formatted(service, project, project, service)));
  }

  /** The database server, through its running container. */
  Postgres postgres(String project) {
    return postgres(project, databaseConfig().name());
  }

  /** The same; its live database is the one that preflight saw. */
  Postgres postgres(Baseline before) {
    Optional<String> seen = before.database().map(Baseline.LiveDatabase::name);
    return postgres(before.project(), seen.or(databaseConfig()::name));
  }

  private Postgres postgres(String project, Optional<String> live) {
    String container = databaseContainer(project).id();
    Shell shell =
        (argv, environment, limit) -> host.engine().exec(container, argv, environment, limit);
    return new Postgres(shell, new Access(live, databaseConfig().user()));
  }

  /** The backup directory, through the database's running container. */
  BackupFiles backups(String project) {
    return new BackupFiles(postgres(project), databaseConfig().directory());
  }

  /** Services that stop when the database must be quiet. */
  List<String> writers(Baseline baseline) {
    return config
        .writers()
        .orElseGet(
            () ->
                baseline.services().stream()
                    .filter(service -> !isDatabase(service))
                    .filter(service -> !config.stateless().contains(service))
                    .toList());
  }

  boolean isDatabase(String service) {
    return config.database().map(DatabaseConfig::service).equals(Optional.of(service));
  }
}
