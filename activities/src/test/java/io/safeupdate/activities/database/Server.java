package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.DockerEngine;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.process.ForkedProcessRunner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL server in a container of its own, for one test class. Its names are as awkward as
 * they may be.
 */
final class Server implements BeforeAllCallback, AfterAllCallback {
  static final String IMAGE = "safe-update-demo/postgres:1";
  static final String USER = "own er%ü";
  static final String PASSWORD = "s3cr'et \"$%\\ pass";
  static final String LIVE = "my \"d'b\" = $HOME %I ü";

  private static final Engine ENGINE =
      DockerEngine.ofDockerCommand(
          ForkedProcessRunner.inheriting(System.getenv()), System.getenv());

  private final String container = "su-database-test-" + UUID.randomUUID();
  private final List<String> options = new ArrayList<>();

  /** Further options of {@code docker run}. */
  Server with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    List<String> run =
        new ArrayList<>(List.of("docker", "run", "-d", "--name", container, "--shm-size=128m"));
    run.addAll(List.of("-e", "POSTGRES_PASSWORD=" + PASSWORD, "-e", "POSTGRES_USER=" + USER));
    run.addAll(List.of("-e", "POSTGRES_DB=" + LIVE, "--tmpfs", "/backups"));
    run.addAll(options);
    run.addAll(List.of(IMAGE, "postgres", "-c", "fsync=off"));
    Command.output(run.toArray(String[]::new));
    awaitReady();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Command.output("docker", "rm", "-f", "-v", container);
  }

  void awaitReady() throws InterruptedException {
    Postgres postgres = postgres();
    for (int i = 0; !postgres.isReady(); i++) {
      if (i > 300) {
        throw new IllegalStateException(Command.output("docker", "logs", container));
      }
      Thread.sleep(200);
    }
  }

  static Engine engine() {
    return ENGINE;
  }

  String container() {
    return container;
  }

  Shell shell() {
    return shell(container);
  }

  /** A shell in any container, as the product opens it. */
  static Shell shell(String container) {
    return (argv, environment, limit) -> ENGINE.exec(container, argv, environment, limit);
  }

  Postgres postgres() {
    return new Postgres(shell(), Access.OF_THE_CONTAINER);
  }

  /** Runs SQL as a person would, and answers its rows with {@code |} between fields. */
  String sql(String database, String statements) {
    return sqlAs(USER, database, statements);
  }

  String sqlAs(String user, String database, String statements) {
    Map<String, String> environment =
        Map.of("PGUSER", user, "PGDATABASE", database, "STATEMENTS", statements);
    return sh(environment, "printf %s \"$STATEMENTS\" | psql -X -q -A -t -v ON_ERROR_STOP=1 -f -");
  }

  /** Runs a shell script in the container. */
  String sh(Map<String, String> environment, String script) {
    ExecResult result =
        shell().run(List.of("sh", "-c", script), environment, Duration.ofMinutes(2));
    if (!result.succeeded()) {
      throw new IllegalStateException(script + ": " + result.stderr());
    }
    return result.stdout().strip();
  }

  /** Starts a shell script in the container and does not wait for it. */
  Process start(Map<String, String> environment, String script) throws java.io.IOException {
    List<String> command = new ArrayList<>(List.of("docker", "exec"));
    environment.keySet().forEach(name -> command.addAll(List.of("-e", name)));
    command.addAll(List.of(container, "sh", "-c", script));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  /** Writes a file into the container. */
  void write(String path, byte[] content) {
    String hex =
        new String(java.util.Base64.getEncoder().encode(content), StandardCharsets.US_ASCII);
    sh(Map.of("CONTENT", hex, "FILE", path), "printf %s \"$CONTENT\" | base64 -d >\"$FILE\"");
  }
}
