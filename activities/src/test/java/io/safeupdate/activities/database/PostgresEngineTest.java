package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be asked of a server. */
@Tag("engine")
class PostgresEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private final Postgres postgres = SERVER.postgres();

  @Test
  void finds_user_and_database_in_the_containers_environment() {
    assertThat(postgres.liveName()).isEqualTo(Server.LIVE);
    assertThat(postgres.isReady()).isTrue();
    assertThat(postgres.bytes(Server.LIVE)).isGreaterThan(1_000_000);
    assertThat(postgres.databases()).containsKeys(Server.LIVE, "postgres");
  }

  @Test
  void tells_of_the_live_database_and_its_server_in_one_answer() {
    assertThat(postgres.live())
        .satisfies(live -> assertThat(live.name()).isEqualTo(Server.LIVE))
        .satisfies(live -> assertThat(live.bytes()).isGreaterThan(1_000_000))
        .satisfies(live -> assertThat(live.version()).startsWith("15."))
        .returns(15, Live::majorVersion)
        .returns(postgres.databases().get(Server.LIVE), Live::oid);
  }

  @Test
  void finds_the_latest_rows_of_the_tables_of_migrations_that_it_knows() {
    assertThat(postgres.migrations()).isEmpty();
    SERVER.sql(
        Server.LIVE,
        "CREATE SCHEMA \"od\"\"d\"; CREATE TABLE \"od\"\"d\".django_migrations (app text, noted text);"
            + " INSERT INTO \"od\"\"d\".django_migrations VALUES ('book', '0001'), ('book', '0002')");

    try {
      assertThat(postgres.migrations())
          .isEqualTo(Map.of("od\"d.django_migrations", List.of("(book,0002)", "(book,0001)")));
    } finally {
      SERVER.sql(Server.LIVE, "DROP SCHEMA \"od\"\"d\" CASCADE");
    }
  }

  @Test
  void follows_the_defaults_of_the_official_image() {
    Shell without = overriding(Map.of("POSTGRES_USER", "", "POSTGRES_DB", ""));
    Shell named = overriding(Map.of("POSTGRES_USER", "somebody", "POSTGRES_DB", ""));

    assertThat(new Postgres(without, Access.OF_THE_CONTAINER).liveName()).isEqualTo("postgres");
    assertThat(new Postgres(named, Access.OF_THE_CONTAINER).liveName()).isEqualTo("somebody");
  }

  @Test
  void reads_credentials_from_files() {
    SERVER.sh(Map.of("NAME", Server.USER), "printf '%s\\n' \"$NAME\" >/tmp/user");
    SERVER.sh(Map.of("NAME", Server.LIVE), "printf '%s\\n' \"$NAME\" >/tmp/database");
    Shell files =
        overriding(
            Map.of(
                "POSTGRES_USER", "",
                "POSTGRES_USER_FILE", "/tmp/user",
                "POSTGRES_DB", "",
                "POSTGRES_DB_FILE", "/tmp/database"));
    Postgres byFiles = new Postgres(files, Access.OF_THE_CONTAINER);

    assertThat(byFiles.liveName()).isEqualTo(Server.LIVE);
    assertThat(byFiles.isReady()).isTrue();
  }

  @Test
  void ignores_variables_of_libpq_that_the_application_sets() {
    Shell misled =
        overriding(
            Map.of("PGHOST", "nowhere.invalid", "PGDATABASE", "nothing", "PGSERVICE", "none"));

    assertThat(new Postgres(misled, Access.OF_THE_CONTAINER).isReady()).isTrue();
  }

  @Test
  void uses_another_database_and_user_when_told() {
    SERVER.sql("postgres", "CREATE ROLE \"r\"\"o'le $x\" LOGIN SUPERUSER; CREATE DATABASE other;");
    Postgres other =
        new Postgres(SERVER.shell(), new Access(Optional.of("other"), Optional.of("r\"o'le $x")));

    assertThat(other.liveName()).isEqualTo("other");
    assertThat(other.fingerprint("other", Counts.EXACT).database()).isEqualTo("other");
    assertThat(other.mayCreateDatabases()).isTrue();
  }

  @Test
  void knows_who_may_not_create_databases() {
    SERVER.sql("postgres", "CREATE ROLE plain LOGIN; CREATE ROLE creator LOGIN CREATEDB;");
    SERVER.sql(
        "postgres", "CREATE DATABASE of_plain OWNER plain; CREATE DATABASE of_c OWNER creator;");

    assertThat(as("plain", "of_plain").mayCreateDatabases()).isFalse();
    assertThat(as("creator", "of_plain").mayCreateDatabases()).isFalse();
    assertThat(as("creator", "of_c").mayCreateDatabases()).isTrue();
    assertThat(postgres.mayCreateDatabases()).isTrue();
  }

  @Test
  void measures_the_room_where_it_is_asked_to() {
    assertThat(postgres.freeDataBytes()).isGreaterThan(1_000_000);
    assertThat(postgres.freeBytes("/backups")).isGreaterThan(1_000_000);
    assertThatThrownBy(() -> postgres.freeBytes("/no where"))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("/no where");
  }

  @Test
  void counts_the_sessions_of_clients() throws Exception {
    int before = postgres.sessions(Server.LIVE);
    Process client =
        SERVER.start(
            Map.of("PGUSER", Server.USER, "PGDATABASE", Server.LIVE),
            "psql -X -c 'SELECT pg_sleep(20)'");
    try {
      for (int i = 0; postgres.sessions(Server.LIVE) == before && i < 50; i++) {
        Thread.sleep(100);
      }
      assertThat(postgres.sessions(Server.LIVE)).isEqualTo(before + 1);
    } finally {
      SERVER.sql(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE query LIKE 'SELECT pg_sleep(20)%'");
      client.waitFor();
    }
  }

  @Test
  void says_what_to_do_when_the_server_does_not_answer() {
    Postgres elsewhere = new Postgres(overriding(Map.of("PGPORT", "1")), Access.OF_THE_CONTAINER);

    assertThat(elsewhere.isReady()).isFalse();
    assertThatThrownBy(elsewhere::databases)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DATABASE_FAILED))
        .hasMessageContaining("Start the database service");
  }

  @Test
  void says_what_to_do_when_the_container_does_not_run() {
    Postgres gone = new Postgres(Server.shell("su-no-such-container"), Access.OF_THE_CONTAINER);

    assertThat(gone.isReady()).isFalse();
    assertThatThrownBy(gone::liveName)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DATABASE_FAILED))
        .hasMessageContaining("Start the database service");
  }

  @Test
  void says_that_a_container_without_the_programs_is_the_wrong_one() {
    Postgres none =
        new Postgres(overriding(Map.of("PATH", "/nothing:/bin/none")), Access.OF_THE_CONTAINER);

    assertThatThrownBy(none::databases)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .hasMessageContaining("database.service");
  }

  @Test
  void names_a_database_that_is_not_there() {
    assertThatThrownBy(() -> postgres.bytes("no such"))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("There is no database no such");
  }

  private static Postgres as(String user, String database) {
    return new Postgres(SERVER.shell(), new Access(Optional.of(database), Optional.of(user)));
  }

  /** The container's shell with other variables than its own. */
  private static Shell overriding(Map<String, String> variables) {
    return (argv, environment, limit) -> {
      Map<String, String> all = new java.util.HashMap<>(variables);
      all.putAll(environment);
      return SERVER.shell().run(argv, all, limit);
    };
  }
}
