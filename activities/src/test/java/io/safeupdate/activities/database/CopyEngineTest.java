package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies of the live database, and their removal. */
@Tag("engine")
class CopyEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final DatabaseNames NAMES = new DatabaseNames("abc123");
  private static final String COPY = NAMES.snapshot();
  private static final String IDENTIFIER = Sql.identifier(Server.LIVE);

  private static final String SLEEPING =
      "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(10)%'";

  private final Postgres postgres = SERVER.postgres();

  @BeforeEach
  void given_a_live_database_with_a_marked_row() {
    SERVER.sql(
        Server.LIVE,
        "CREATE TABLE IF NOT EXISTS marker (text text); TRUNCATE marker;"
            + " INSERT INTO marker VALUES ('mine')");
  }

  @AfterEach
  void drop_the_copy() {
    SERVER.sql("postgres", "DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)");
  }

  @Test
  void copies_the_rows_and_lets_clients_in_again() {
    long oid = copy("step");

    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("mine");
    assertThat(postgres.databases()).containsEntry(COPY, oid);
    assertThat(SERVER.sql(Server.LIVE, "SELECT text FROM marker")).isEqualTo("mine");
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
  }

  @Test
  void copies_below_clients_that_connect_again_all_the_time() throws Exception {
    try (Client client = new Client(SERVER)) {
      client.awaitRows(5);

      copy("step");

      int copied = Integer.parseInt(SERVER.sql(COPY, "SELECT count(*) FROM client_rows"));
      client.awaitRows(copied + 5);
      assertThat(copied).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void keeps_a_complete_copy_of_the_same_step() {
    long first = copy("step");
    SERVER.sql(Server.LIVE, "UPDATE marker SET text = 'changed since'");

    assertThat(copy("step")).isEqualTo(first);
    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("mine");
  }

  @Test
  void makes_the_copy_of_another_step_anew() {
    long first = copy("step-1");
    SERVER.sql(Server.LIVE, "UPDATE marker SET text = 'changed since'");

    assertThat(copy("step-2")).isNotEqualTo(first);
    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("changed since");
  }

  @Test
  void copies_a_copy_which_stays_as_it_is() {
    long source = copy("step-1");
    SERVER.sql(Server.LIVE, "UPDATE marker SET text = 'changed since'");
    String second = NAMES.restore();

    postgres.copyOf(COPY, second, "step-2", any -> {});

    assertThat(SERVER.sql(second, "SELECT text FROM marker")).isEqualTo("mine");
    assertThat(postgres.databases()).containsEntry(COPY, source);
    assertThat(postgres.acceptsConnections(COPY)).isTrue();
    postgres.dropIfOurs(second);
  }

  @Test
  void makes_a_half_made_copy_anew() {
    SERVER.sql("postgres", "CREATE DATABASE " + COPY);
    SERVER.sql("postgres", "ALTER DATABASE " + IDENTIFIER + " ALLOW_CONNECTIONS false");

    copy("step");

    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("mine");
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
  }

  @Test
  void makes_a_copy_anew_whose_removal_was_interrupted() {
    SERVER.sql("postgres", "CREATE DATABASE " + COPY);
    SERVER.sql(
        "postgres", "UPDATE pg_database SET datconnlimit = -2 WHERE datname = '" + COPY + "'");

    copy("step");

    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("mine");
  }

  @Test
  void two_attempts_at_once_make_one_copy() {
    CompletableFuture<Long> killed = CompletableFuture.supplyAsync(() -> copy("step"));
    CompletableFuture<Long> repeated = CompletableFuture.supplyAsync(() -> copy("step"));

    assertThat(killed.join()).isEqualTo(repeated.join());
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
  }

  @Test
  void a_copy_that_nobody_waits_for_any_more_is_ended() throws Exception {
    Process commenting = holdingWhatACopyWaitsFor();
    CompletableFuture<Long> abandoned = CompletableFuture.supplyAsync(() -> copy("step"));
    while (!abandoned.isDone() && sessionsThatCopy().equals("0")) {
      Thread.sleep(10);
    }

    postgres.endCopying();

    assertThat(abandoned).failsWithin(Duration.ofSeconds(20));
    assertThat(postgres.databases()).doesNotContainKey(COPY);
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
    assertThat(commenting.waitFor()).isZero();
  }

  /** So a copy does not come to its end before it is ended. */
  private static Process holdingWhatACopyWaitsFor() throws Exception {
    String comment =
        "BEGIN; COMMENT ON DATABASE %s IS 'being written'; SELECT pg_sleep(10); ROLLBACK"
            .formatted(IDENTIFIER);
    Process process =
        SERVER.start(
            Map.of("PGUSER", Server.USER, "PGDATABASE", "postgres", "COMMENT", comment),
            "printf %s \"$COMMENT\" | psql -X -q -v ON_ERROR_STOP=1 -f -");
    while (SERVER.sql("postgres", SLEEPING).equals("0")) {
      Thread.sleep(50);
    }
    return process;
  }

  private static String sessionsThatCopy() {
    return SERVER.sql(
        "postgres",
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE DATABASE %'"
            + " AND state = 'active'");
  }

  @Test
  void leaves_a_database_of_somebody_else_alone_and_the_live_one_open() {
    SERVER.sql("postgres", "CREATE DATABASE " + COPY);
    SERVER.sql("postgres", "COMMENT ON DATABASE " + COPY + " IS 'do not touch'");
    SERVER.sql(COPY, "CREATE TABLE precious ()");

    assertThatThrownBy(() -> copy("step"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DATABASE_FAILED))
        .hasMessageContaining("already exists");

    assertThat(SERVER.sql(COPY, "SELECT count(*) FROM precious")).isEqualTo("0");
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
  }

  @Test
  void copies_a_database_made_under_another_version_of_the_systems_library() {
    String version = "UPDATE pg_database SET datcollversion = %s WHERE datname = %s";
    SERVER.sql("postgres", version.formatted("'153.14'", Sql.literal(Server.LIVE)));

    copy("step");

    assertThat(
            SERVER.sql(
                "postgres",
                "SELECT datcollversion FROM pg_database WHERE datname = '" + COPY + "'"))
        .isEqualTo("153.14");
    SERVER.sql("postgres", version.formatted("NULL", Sql.literal(Server.LIVE)));
  }

  @Test
  void copies_the_database_that_others_stand_in_for() {
    Access access = new Access(Optional.of("postgres"), Optional.empty());
    SERVER.sql("postgres", "CREATE TABLE IF NOT EXISTS in_postgres ()");

    new Postgres(SERVER.shell(), access).copy(COPY, "step", Progress.NONE);

    assertThat(SERVER.sql(COPY, "SELECT count(*) FROM in_postgres")).isEqualTo("0");
  }

  @Test
  void an_owner_who_is_no_superuser_copies_swaps_and_drops() throws Exception {
    SERVER.sql("postgres", "CREATE ROLE creator LOGIN CREATEDB");
    SERVER.sql("postgres", "CREATE DATABASE his OWNER creator");
    SERVER.sqlAs("creator", "his", "CREATE TABLE marker AS SELECT 'mine' AS text");
    Process client =
        SERVER.start(
            Map.of("PGUSER", "creator", "PGDATABASE", "his"), "psql -X -c 'SELECT pg_sleep(60)'");
    Postgres his =
        new Postgres(SERVER.shell(), new Access(Optional.of("his"), Optional.of("creator")));
    while (his.sessions("his") == 0) {
      Thread.sleep(50);
    }

    long oid = his.copy(COPY, "step", Progress.NONE);
    his.swapIn(new Swap(COPY, oid, Optional.empty(), NAMES.abandoned("his")));
    his.dropAbandoned(NAMES.abandoned("his"));

    assertThat(client.waitFor()).isNotZero();
    assertThat(SERVER.sqlAs("creator", "his", "SELECT text FROM marker")).isEqualTo("mine");
    assertThat(his.freeDataBytes()).isPositive();
    assertThat(his.databases()).containsEntry("his", oid).doesNotContainKey(COPY);
  }

  @Test
  void refuses_names_that_could_be_somebody_elses() {
    assertThatThrownBy(() -> postgres.copy("mine", "step", Progress.NONE))
        .isInstanceOf(StepFailure.class);
    assertThatThrownBy(() -> postgres.dropIfOurs("postgres")).isInstanceOf(StepFailure.class);
    assertThatThrownBy(() -> postgres.dropIfOurs(Server.LIVE)).isInstanceOf(StepFailure.class);
  }

  @Test
  void drops_a_copy_whether_complete_or_not_and_knows_when_it_is_gone() throws Exception {
    copy("step");
    postgres.dropIfOurs(COPY);
    assertThat(postgres.databases()).doesNotContainKey(COPY);

    postgres.dropIfOurs(COPY);

    SERVER.sql("postgres", "CREATE DATABASE " + COPY);
    postgres.dropIfOurs(COPY);
    assertThat(postgres.databases()).doesNotContainKey(COPY).containsKey(Server.LIVE);
  }

  @Test
  void drops_no_live_database_whatever_it_is_called() {
    copy("step");
    Access access = new Access(Optional.of(COPY), Optional.empty());

    assertThatThrownBy(() -> new Postgres(SERVER.shell(), access).dropIfOurs(COPY))
        .isInstanceOfSatisfying(
            StepFailure.class,
            e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED));

    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("mine");
  }

  private long copy(String step) {
    return postgres.copy(COPY, step, Progress.NONE);
  }
}
