package io.safeupdate.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small application in any shape, running for real, with its own remote, checkout, project and
 * port. Its files are made in a workshop, from where commits are pushed to the remote.
 */
final class SmallApp implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private static final String WITH_DATABASE =
      """
      services:
        web:
          build: .
          command: %s
          restart: unless-stopped
          environment: {DATABASE_URL: "postgresql://shop:secret@postgres/shop"}
          ports: ["127.0.0.1:${PORT}:8000"]
          depends_on: [postgres]
        postgres:
          image: safe-update-demo/postgres:1
          restart: unless-stopped
          environment: {POSTGRES_USER: shop, POSTGRES_PASSWORD: secret, POSTGRES_DB: shop}
          volumes: %s
      volumes: {data: {}, backups: {}}
      """;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final int port = Home.freePort();
  private final Path directory;
  private final Project project;
  private Path checkout;
  private List<String> composeOptions = List.of();

  SmallApp(Path directory, String project) {
    this.directory = directory;
    this.project = new Project(project);
    this.project.destroy(); // what a run that was killed left
    this.checkout = directory.resolve("checkout");
    create(workshop());
    run(directory, "git", "init", "-q", "--bare", "-b", "master", remote().toString());
    run(workshop(), "git", "init", "-q", "-b", "master");
    run(workshop(), "git", "config", "user.name", "Release Manager");
    run(workshop(), "git", "config", "user.email", "release@example.org");
    run(workshop(), "git", "remote", "add", "origin", remote().toString());
    put(".gitignore", ".env\n");
  }

  private static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path remote() {
    return directory.resolve("remote.git");
  }

  Path checkout() {
    return checkout;
  }

  Project project() {
    return project;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  private Path workshop() {
    return directory.resolve("workshop");
  }

  /** Writes a file of the next commit. */
  SmallApp put(String file, String text) {
    put(workshop(), file, text);
    return this;
  }

  /** Takes files of the next commit from the resources. */
  SmallApp take(String... names) {
    take(workshop(), names);
    return this;
  }

  /**
   * Takes all of an application that keeps rows in PostgreSQL.
   *
   * @param command what its service starts
   * @param volumes of the database service
   */
  SmallApp takeWithDatabase(String command, String volumes) {
    put("migrations/0001_rows.sql", "create table rows (id serial primary key, text text);\n");
    return take("app.py", "manage.py", "Dockerfile")
        .put("compose.yml", WITH_DATABASE.formatted(command, volumes));
  }

  static void put(Path directory, String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void take(Path directory, String... names) {
    for (String name : names) {
      try (InputStream resource = SmallApp.class.getResourceAsStream("/small/" + name)) {
        put(directory, name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Commits what was put and pushes it; the checkout does not move. */
  String publish(String subject) {
    run(workshop(), "git", "add", "--all");
    run(workshop(), "git", "commit", "-q", "-m", subject);
    run(workshop(), "git", "push", "-q", "origin", "master");
    return run(workshop(), "git", "rev-parse", "HEAD");
  }

  /** Publishes a release of that name and manners, whatever else was put. */
  String release(String name) {
    put("RELEASE", name + "\n");
    return publish("Release " + name);
  }

  /** What {@code docker compose} is called with, such as {@code -f} and {@code --profile}. */
  SmallApp composed(String... options) {
    composeOptions = List.of(options);
    return this;
  }

  /** Clones the remote and starts the first release. */
  SmallApp start(String... cloneOptions) {
    List<String> clone = new ArrayList<>(List.of("git", "clone", "-q"));
    clone.addAll(List.of(cloneOptions));
    clone.addAll(List.of("file://" + remote(), checkout.toString()));
    Run.of(directory, Map.of(), clone).orFail();
    return startIn(checkout);
  }

  /** Starts the release that lies in a checkout. */
  SmallApp startIn(Path place) {
    checkout = place;
    try {
      Files.writeString(checkout.resolve(".env"), "PORT=" + port + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compose("up", "-d", "--build", "--quiet-pull");
    Eventually.holds(START, () -> !release().isEmpty());
    return this;
  }

  String compose(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project.name()));
    command.addAll(composeOptions);
    command.addAll(List.of(arguments));
    return Run.of(checkout, Map.of(), command).orFail().text();
  }

  /** The release that answers. */
  String release() {
    return send(HttpRequest.newBuilder(URI.create(url() + "/")).build());
  }

  /** Writes a row; it is acknowledged when this returns. */
  void post(String row) {
    URI rows = URI.create(url() + "/rows");
    send(HttpRequest.newBuilder(rows).POST(BodyPublishers.ofString(row)).build());
  }

  List<String> rows() {
    return send(HttpRequest.newBuilder(URI.create(url() + "/rows")).build()).lines().toList();
  }

  /** One value, or one per line, from the live database. */
  String sql(String statement) {
    return compose(
        "exec", "-T", "postgres", "psql", "-XqAt", "-U", "shop", "-d", "shop", "-c", statement);
  }

  private String send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(request.uri() + ": HTTP " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError(request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return Run.of(checkout, Map.of("GIT_OPTIONAL_LOCKS", "0"), command).orFail().text();
  }

  /** How it stands; the same before an update and after one that did not happen. */
  State state() {
    return new State(
        git("rev-parse", "HEAD"),
        git("symbolic-ref", "--short", "HEAD"),
        git("status", "--porcelain"),
        release(),
        project.images(),
        project.restartPolicies());
  }

  /**
   * @param changes what git says has changed in the checkout
   * @param images image id by service, of what runs
   * @param restartPolicies by service, of what runs
   */
  record State(
      String commit,
      String branch,
      String changes,
      String release,
      Map<String, String> images,
      Map<String, String> restartPolicies) {}

  private static String run(Path directory, String... command) {
    return Run.of(directory, command).orFail().text();
  }

  @Override
  public void close() {
    if (Files.isDirectory(checkout)) {
      project.destroy();
    }
  }
}
