package io.safeupdate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The demo application, running for real, with its own remote, checkout, project and port. */
final class GuestBook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path directory;
  private final String project;
  private final String environment;
  private final int port;

  private GuestBook(Path directory, String project, String environment, int port) {
    this.directory = directory;
    this.project = project;
    this.environment = environment;
    this.port = port;
  }

  /** Creates and starts the application at its first release. */
  static GuestBook started(Path directory, String project) {
    return started(directory, project, "production");
  }

  static GuestBook started(Path directory, String project, String environment) {
    return created(directory, project, environment).start("1");
  }

  /** The same, left for a test to change before it starts. */
  static GuestBook created(Path directory, String project, String environment) {
    new Project(project).destroy(); // what a run that was killed left
    GuestBook book = new GuestBook(directory, project, environment, Home.freePort());
    Run.of(
            Home.directory(),
            Home.demo("create").toString(),
            directory.toString(),
            "--project",
            project,
            "--port",
            String.valueOf(book.port),
            "--environment",
            environment)
        .orFail();
    return book;
  }

  GuestBook start(String version) {
    Run.of(Home.directory(), Home.demo("start").toString(), directory.toString()).orFail();
    awaitVersion(version);
    return this;
  }

  Path directory() {
    return directory;
  }

  Path checkout() {
    return directory.resolve("checkout");
  }

  Path envFile() {
    return checkout().resolve(".env_" + environment);
  }

  String composeFile() {
    return environment + ".yml";
  }

  String project() {
    return project;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Pushes a release on top of the remote's branch; the checkout does not move. */
  String publish(String release) {
    Run.of(Home.directory(), Home.demo("publish").toString(), directory.toString(), release)
        .orFail();
    return remoteHead();
  }

  /**
   * Pushes a release that the demo does not have: the newest one, with a text put behind a file.
   */
  String publishAppended(String file, String text) {
    String script =
        """
        work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
        git clone -q remote.git "$work" && cd "$work"
        printf '%s' "$TEXT" >>"$FILE"
        git add -A
        git -c user.name=Ada -c user.email=ada@example.com commit -qm "Append to $FILE"
        git push -q origin HEAD:master
        """;
    Run.of(directory, Map.of("FILE", file, "TEXT", text), List.of("bash", "-ec", script)).orFail();
    return remoteHead();
  }

  String remoteHead() {
    return git("ls-remote", directory.resolve("remote.git").toString(), "refs/heads/master")
        .split("\\s")[0];
  }

  String commit() {
    return git("rev-parse", "HEAD");
  }

  String branch() {
    return git("symbolic-ref", "--short", "HEAD");
  }

  /** What git says has changed; empty: the checkout is clean. */
  String changes() {
    return git("status", "--porcelain");
  }

  String git(String... arguments) {
    return Run.of(checkout(), Map.of("GIT_OPTIONAL_LOCKS", "0"), prefixed("git", arguments))
        .orFail()
        .text();
  }

  Run compose(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("docker", "compose", "-p", project));
    command.addAll(List.of("-f", composeFile(), "--env-file", envFile().toString()));
    command.addAll(List.of(arguments));
    return Run.of(checkout(), Map.of(), command).orFail();
  }

  private static List<String> prefixed(String program, String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Image id by service, of what runs. */
  Map<String, String> runningImages() {
    return running().images();
  }

  /** Container id by service, of what runs. */
  Map<String, String> containers() {
    return running().containers();
  }

  /** Restart policy by service, of what runs. */
  Map<String, String> restartPolicies() {
    return running().restartPolicies();
  }

  /** Names of all containers of the project in any state, one-offs included. */
  List<String> allContainers() {
    return running().allContainers();
  }

  /** Names of the project's networks. */
  Set<String> networks() {
    return running().networks();
  }

  private Project running() {
    return new Project(project);
  }

  /** Not by Compose, which takes several times as long: tests ask often. */
  private Run inPostgres(String... command) {
    List<String> words =
        new java.util.ArrayList<>(List.of("docker", "exec", project + "-postgres-1"));
    words.addAll(List.of(command));
    return Run.of(checkout(), Map.of(), words).orFail();
  }

  /** One value, or one per line, from the live database. */
  String sql(String statement) {
    return inPostgres(
            "sh",
            "-c",
            "psql -X -q -A -t -v ON_ERROR_STOP=1 -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\" -c \"$0\"",
            statement)
        .text();
  }

  /** Gives the database so much data that a dump, a copy and a restore of it take seconds. */
  void addBallast() {
    sql(
        "create table ballast as select n, md5(n::text) || md5((-n)::text) as text"
            + " from generate_series(1, 300000) n");
  }

  List<String> databases() {
    return sql("select datname from pg_database where not datistemplate order by 1")
        .lines()
        .toList();
  }

  /** Texts of the rows in databases that were taken out of use. */
  List<String> rowsKeptAside() {
    String each =
        "for d in $(psql -X -q -A -t -U \"$POSTGRES_USER\" -d postgres -c \"select datname from pg_database"
            + " where datname like '%abandoned%'\"); do psql -X -q -A -t -U \"$POSTGRES_USER\" -d \"$d\""
            + " -c 'select text from guestbook_row'; done";
    return inPostgres("sh", "-c", each).text().lines().toList();
  }

  /** Files in the database's backup directory. */
  List<String> backups() {
    return inPostgres("ls", "/backups").text().lines().toList();
  }

  /** Whether the images of a target commit are being built: it lies beside the checkout then. */
  boolean isBeingPrepared() throws IOException {
    try (Stream<Path> beside = Files.list(directory)) {
      return beside.anyMatch(it -> it.getFileName().toString().startsWith(".checkout.safe-update"));
    }
  }

  /** How many sessions run the slow statement of the release {@code v2-slow-migration}. */
  long slowMigrations() {
    return sql("select query from pg_stat_activity"
            + " where query like 'SELECT pg_sleep(8)%' and state = 'active'")
        .lines()
        .count();
  }

  List<String> migrations() {
    return sql("select app || '.' || name from django_migrations where app = 'guestbook' order by 1")
        .lines()
        .toList();
  }

  /** Writes a row; the row is acknowledged when this returns. */
  String post(String text) {
    HttpResponse<String> answer = send(posting(text));
    if (answer.statusCode() != 201) {
      throw new AssertionError("HTTP " + answer.statusCode() + " to a new row");
    }
    return text;
  }

  HttpRequest posting(String text) {
    return HttpRequest.newBuilder(URI.create(url() + "/rows/"))
        .timeout(ANSWER)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))
        .build();
  }

  List<String> rows() {
    JsonNode rows = json("/rows/");
    JsonNode list = rows.isArray() ? rows : rows.path("rows");
    return StreamSupport.stream(list.spliterator(), false)
        .map(row -> row.path("text").asText())
        .toList();
  }

  String version() {
    return json("/version/").path("version").asText();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError("no JSON from " + path + ": " + answer.body(), e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a script of the demo on this application. */
  void demo(String script, String... arguments) {
    List<String> command =
        new java.util.ArrayList<>(List.of(Home.demo(script).toString(), directory.toString()));
    command.addAll(List.of(arguments));
    Run.of(Home.directory(), Map.of(), command).orFail();
  }

  /** Waits until it answers again, whatever version it is. */
  void awaitAnswer() {
    Eventually.holds(Duration.ofSeconds(60), () -> !version().isEmpty());
  }

  void awaitVersion(String version) {
    Eventually.holds(Duration.ofSeconds(60), () -> version.equals(version()));
  }

  @Override
  public void close() {
    Run.of(Home.directory(), Home.demo("destroy").toString(), directory.toString());
  }
}
