package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database, a role and a password with every character that a shell, SQL or a format could take
 * for its own; other databases beside it; and a client that comes back as soon as it is thrown out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OddNamesIT {
  private static final String NAME = "su-e2e-odd-names";
  private static final String DATABASE = "it's \"the\" $HOME shop %d";
  private static final String ROLE = "o'dd \"user\" $x %s";
  private static final String PASSWORD = "pass'w\"ord $y %p";

  private static final String COMPOSE =
      """
      services:
        web:
          build: .
          restart: unless-stopped
          environment:
            DATABASE_URL: host=postgres
            PGDATABASE: 'it''s "the" $$HOME shop %d'
            PGUSER: 'o''dd "user" $$x %s'
            PGPASSWORD: 'pass''w"ord $$y %p'
          ports: ["127.0.0.1:${PORT}:8000"]
          depends_on: [postgres]
        postgres:
          image: safe-update-demo/postgres:1
          restart: unless-stopped
          environment: {POSTGRES_PASSWORD: secret}
          volumes: ["data:/var/lib/postgresql/data", "backups:/backups"]
      volumes: {data: {}, backups: {}}
      """;

  private static final String CONFIG =
      """
      stateDirectory: %s
      deployments:
        %s:
          directory: %s
          composeFiles: [compose.yml]
          project: %s
          branch: master
          database:
            service: postgres
            backup: []
            name: 'it''s "the" $$HOME shop %%d'
            user: 'o''dd "user" $$x %%s'
          migrate: none
          health: {http: [{url: "%s/"}], timeout: PT40S, soak: PT1S}
      """;

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static String backup;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "Dockerfile");
    app.put("manage.py", "").put("migrations/0001.sql", "").put("compose.yml", COMPOSE);
    app.release("1");
    app.start();
    Eventually.holds(Duration.ofSeconds(30), OddNamesIT::isReady);
    admin("create role %s login createdb password %s".formatted(quoted(ROLE), literal(PASSWORD)));
    admin("create database %s owner %s".formatted(quoted(DATABASE), quoted(ROLE)));
    admin("create database neighbour");
    psql("neighbour", "postgres", "create table kept as select 'theirs' as text");
    psql(DATABASE, ROLE, "create table rows (id serial primary key, text text)");
    app.post("first");
    host = Host.sharingUp(directory.resolve("host"));
    host.writeConfig(CONFIG.formatted(host.state(), NAME, app.checkout(), NAME, app.url())).up();
    givenAClientThatAlwaysComesBack();
  }

  /** It holds a session, and opens the next one as soon as that is ended. */
  private static void givenAClientThatAlwaysComesBack() {
    docker(
        "exec",
        "-d",
        "-e",
        "PGDATABASE=" + DATABASE,
        "-e",
        "PGUSER=" + ROLE,
        "-e",
        "PGPASSWORD=" + PASSWORD,
        NAME + "-postgres-1",
        "sh",
        "-c",
        "while :; do psql -h 127.0.0.1 -Xqc 'select pg_sleep(60)'; done >/dev/null 2>&1");
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void a_backup_is_made_and_restored_on_trial() {
    Host.Answer answer = Host.answer(host.run("backup", NAME, "--trial-restore", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(answer.summary("trial-restore")).contains("with 1 rows");
    backup = answer.text("/made");
  }

  @Test
  @Order(2)
  void a_restore_gets_between_the_client_and_its_database() {
    app.post("second");

    Host.Answer answer = Host.answer(host.run("restore", NAME, backup, "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(app.rows()).containsExactly("first");
  }

  @Test
  @Order(3)
  void the_replaced_database_is_kept_with_its_rows() {
    List<String> kept =
        admin("select datname from pg_database where datname like '%abandoned%'").lines().toList();

    assertThat(kept).hasSize(1);
    assertThat(psql(kept.get(0), ROLE, "select text from rows order by id"))
        .isEqualTo("first\nsecond");
  }

  @Test
  @Order(4)
  void an_update_is_rolled_back_with_its_rows() {
    app.release("2");
    Host.Answer update = host.update(NAME);
    assertThat(update.outcome()).as(update.run().toString()).isEqualTo("UPDATED");
    app.post("written to release 2");

    Host.Answer answer = Host.answer(host.run("rollback", NAME, "--yes", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(app.release()).isEqualTo("1");
    assertThat(app.rows()).containsExactly("first");
  }

  @Test
  @Order(5)
  void the_neighbour_is_left_alone() {
    assertThat(psql("neighbour", "postgres", "select text from kept")).isEqualTo("theirs");
  }

  @Test
  @Order(6)
  void the_password_is_nowhere_in_what_is_kept() {
    Run found = Run.of(directory, "grep", "-rlF", "--", PASSWORD, host.state().toString());

    assertThat(found.stdout()).isEmpty();
  }

  private static boolean isReady() {
    return docker("exec", NAME + "-postgres-1", "pg_isready", "-U", "postgres").exitCode() == 0;
  }

  private static String admin(String statement) {
    return psql("postgres", "postgres", statement);
  }

  private static String psql(String database, String role, String statement) {
    List<String> command =
        List.of(
            "docker",
            "exec",
            NAME + "-postgres-1",
            "psql",
            "-XqAt",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            role,
            "-d",
            database,
            "-c",
            statement);
    return Run.of(directory, Map.of(), command).orFail().text();
  }

  private static Run docker(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "docker";
    System.arraycopy(words, 0, command, 1, words.length);
    return Run.of(directory, command);
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
