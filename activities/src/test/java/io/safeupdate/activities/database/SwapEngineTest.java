package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One database takes the place of the live one. */
@Order(3)
@Tag("engine")
class SwapEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final DatabaseNames NAMES = new DatabaseNames("abc123");
  private static final String COPY = NAMES.snapshot();
  private static final String ABANDONED = NAMES.abandoned(Server.LIVE);
  private static final String LIVE = Sql.identifier(Server.LIVE);

  private final Postgres postgres = SERVER.postgres();
  private long liveOid;
  private long copyOid;

  @BeforeEach
  void given_a_copy_of_the_live_database_and_a_change_since() {
    SERVER.sql(
        Server.LIVE,
        ("COMMENT ON DATABASE " + LIVE + " IS 'the shop''s data';")
            + " CREATE TABLE IF NOT EXISTS marker (text text); TRUNCATE marker;"
            + " INSERT INTO marker VALUES ('before')");
    copyOid = postgres.copy(COPY, "step", Progress.NONE);
    liveOid = postgres.databases().get(Server.LIVE);
    SERVER.sql(Server.LIVE, "UPDATE marker SET text = 'after'");
  }

  @AfterEach
  void drop_what_is_not_live() {
    String drop = "DROP DATABASE IF EXISTS %s WITH (FORCE);";
    SERVER.sql("postgres", drop.formatted(COPY) + " " + drop.formatted(Sql.identifier(ABANDONED)));
  }

  @Test
  void brings_the_copy_back_and_keeps_what_was_live() {
    assertThat(postgres.swapIn(swap())).contains(ABANDONED);

    assertSwapped();
  }

  @Test
  void swaps_below_clients_that_connect_again_all_the_time() throws Exception {
    try (Client client = new Client(SERVER)) {
      client.awaitRows(3);
      copyOid = postgres.copy(COPY, "later step", Progress.NONE);
      client.awaitRows(6);

      postgres.swapIn(swap());

      client.awaitRows(client.rows() + 3);
    }
    assertThat(SERVER.sql("postgres", oidOf(Server.LIVE))).isEqualTo("" + copyOid);
  }

  @Test
  void finds_itself_done_when_repeated() {
    postgres.swapIn(swap());

    assertThat(postgres.swapIn(swap())).contains(ABANDONED);

    assertSwapped();
  }

  @Test
  void goes_on_where_it_was_killed_before_the_renames() {
    SERVER.sql("postgres", "ALTER DATABASE " + COPY + " ALLOW_CONNECTIONS false");
    SERVER.sql("postgres", "ALTER DATABASE " + LIVE + " ALLOW_CONNECTIONS false");

    postgres.swapIn(swap());

    assertSwapped();
  }

  @Test
  void lets_clients_in_where_it_was_killed_after_the_renames() {
    postgres.swapIn(swap());
    SERVER.sql("postgres", "ALTER DATABASE " + LIVE + " ALLOW_CONNECTIONS false");
    SERVER.sql(
        "postgres", "ALTER DATABASE " + Sql.identifier(ABANDONED) + " ALLOW_CONNECTIONS false");

    postgres.swapIn(swap());

    assertSwapped();
  }

  @Test
  void a_transaction_that_was_cut_off_between_the_renames_changed_nothing() {
    SERVER.sql(
        "postgres",
        "BEGIN; ALTER DATABASE %s RENAME TO %s;\n ROLLBACK"
            .formatted(LIVE, Sql.identifier(ABANDONED)));

    postgres.swapIn(swap());

    assertSwapped();
  }

  @Test
  void takes_the_place_of_a_live_database_that_is_gone() {
    SERVER.sql("postgres", "DROP DATABASE " + LIVE);
    Swap swap = new Swap(COPY, copyOid, Optional.empty(), ABANDONED);

    assertThat(postgres.swapIn(swap)).isEmpty();

    assertThat(SERVER.sql(Server.LIVE, "SELECT text FROM marker")).isEqualTo("before");
  }

  @Test
  void changes_nothing_when_the_copy_is_not_the_one_that_was_made() {
    Swap other = new Swap(COPY, copyOid + 1, Optional.of(liveOid), ABANDONED);

    assertRefused(other, "is not there");
  }

  @Test
  void changes_nothing_when_somebody_has_put_another_database_there() {
    Swap other = new Swap(COPY, copyOid, Optional.of(liveOid + 1), ABANDONED);

    assertRefused(other, "somebody has put another database");
  }

  @Test
  void changes_nothing_when_the_name_to_go_to_is_taken() {
    SERVER.sql("postgres", "CREATE DATABASE " + Sql.identifier(ABANDONED));

    assertRefused(swap(), "is taken");
  }

  @Test
  void comments_tell_which_database_is_which() {
    Instant before = Instant.now().minusSeconds(60);
    postgres.swapIn(swap());

    assertThat(SERVER.sql("postgres", comment(Server.LIVE))).isEqualTo("the shop's data");
    assertThat(SERVER.sql("postgres", comment(ABANDONED)))
        .startsWith("safe-update: abandoned 20")
        .endsWith("Z\nthe shop's data");
    assertThat(postgres.abandoned())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo(ABANDONED))
        .satisfies(one -> assertThat(one.since()).isBetween(before, before.plusSeconds(180)))
        .satisfies(one -> assertThat(one.bytes()).isGreaterThan(1_000_000));
  }

  @Test
  void drops_an_abandoned_database_and_no_other() {
    postgres.swapIn(swap());

    Access other = new Access(Optional.of("postgres"), Optional.empty());
    assertThat(new Postgres(SERVER.shell(), other).abandoned()).isEmpty();
    assertThatThrownBy(() -> postgres.dropAbandoned("postgres")).isInstanceOf(StepFailure.class);
    assertThatThrownBy(() -> postgres.dropAbandoned(Server.LIVE)).isInstanceOf(StepFailure.class);
    postgres.dropAbandoned(ABANDONED);
    postgres.dropAbandoned(ABANDONED);

    assertThat(postgres.databases()).containsKeys(Server.LIVE, "postgres");
    assertThat(postgres.databases()).doesNotContainKey(ABANDONED);
  }

  @Test
  void a_database_that_a_person_brought_back_is_no_longer_abandoned() {
    postgres.swapIn(swap());
    String abandoned = Sql.identifier(ABANDONED);
    SERVER.sql("postgres", "ALTER DATABASE " + LIVE + " RENAME TO elsewhere");
    SERVER.sql("postgres", "ALTER DATABASE " + abandoned + " RENAME TO " + LIVE);

    assertThat(postgres.abandoned()).isEmpty();
    postgres.copy(COPY, "again", Progress.NONE);

    assertThat(SERVER.sql("postgres", comment(COPY)))
        .isEqualTo("safe-update: complete again\nthe shop's data");
    SERVER.sql("postgres", "DROP DATABASE elsewhere");
  }

  @Test
  void a_copy_that_became_live_is_not_dropped_under_its_old_name() {
    postgres.swapIn(swap());

    postgres.dropIfOurs(COPY);

    assertThat(SERVER.sql(Server.LIVE, "SELECT text FROM marker")).isEqualTo("before");
  }

  private Swap swap() {
    return new Swap(COPY, copyOid, Optional.of(liveOid), ABANDONED);
  }

  private void assertSwapped() {
    assertThat(SERVER.sql(Server.LIVE, "SELECT text FROM marker")).isEqualTo("before");
    assertThat(SERVER.sql(ABANDONED, "SELECT text FROM marker")).isEqualTo("after");
    assertThat(postgres.databases())
        .containsEntry(Server.LIVE, copyOid)
        .containsEntry(ABANDONED, liveOid)
        .doesNotContainKey(COPY);
  }

  private void assertRefused(Swap swap, String why) {
    assertThatThrownBy(() -> postgres.swapIn(swap))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .hasMessageContaining("No database was changed")
        .hasMessageContaining(why);
    assertThat(SERVER.sql(Server.LIVE, "SELECT text FROM marker")).isEqualTo("after");
    assertThat(SERVER.sql(COPY, "SELECT text FROM marker")).isEqualTo("before");
  }

  private static String comment(String database) {
    return "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = "
        + Sql.literal(database);
  }

  private static String oidOf(String database) {
    return "SELECT oid FROM pg_database WHERE datname = " + Sql.literal(database);
  }
}
