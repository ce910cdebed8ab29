package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person wrote runs in a restored database: all of it, once, or nothing. */
@Tag("engine")
@Timeout(120)
class PersonalSqlEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final String RESTORED = new DatabaseNames("abc123").restore();
  private static final String ROWS = "SELECT string_agg(mail, '|' ORDER BY id) FROM people";

  private final Postgres postgres = SERVER.postgres();

  @BeforeEach
  void given_a_restored_database() {
    SERVER.sql("postgres", "CREATE DATABASE " + RESTORED);
    SERVER.sql(
        RESTORED,
        "CREATE TABLE people (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, mail text);"
            + " INSERT INTO people VALUES (1, 'a@real'), (2, 'b@real')");
  }

  @AfterEach
  void drop() {
    SERVER.sql("postgres", "DROP DATABASE " + RESTORED + " WITH (FORCE)");
  }

  @Test
  void runs_every_statement_with_what_those_before_it_made() {
    run(
        """
        -- Nobody real.
        CREATE TABLE seen AS SELECT * FROM people;
        DO $$ BEGIN UPDATE people SET mail = 'p' || id || '@example.org'; END $$;
        INSERT INTO people SELECT id + 2, mail || '$sql$ :id :''id'' \\ü' FROM seen;
        """);

    assertThat(SERVER.sql(RESTORED, ROWS))
        .isEqualTo(
            "p1@example.org|p2@example.org|a@real$sql$ :id :'id' \\ü|b@real$sql$ :id :'id' \\ü");
  }

  @Test
  void a_repeat_finds_that_it_was_done() {
    String twice = "UPDATE people SET mail = mail || '!'";
    run(twice);
    run(twice);

    assertThat(SERVER.sql(RESTORED, ROWS)).isEqualTo("a@real!|b@real!");
  }

  @Test
  void an_attempt_beside_one_that_still_runs_does_nothing() {
    String slow = "SELECT pg_sleep(1); UPDATE people SET mail = mail || '!'";
    CompletableFuture<Void> left = CompletableFuture.runAsync(() -> run(slow));
    run(slow);
    left.join();

    assertThat(SERVER.sql(RESTORED, ROWS)).isEqualTo("a@real!|b@real!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "COMMIT | transaction commands",
        "UPDATE nothing SET a = 1 | relation \"nothing\" does not exist (line 2)",
        "\\! touch /tmp/personal | syntax error at or near \"\\\"",
        "INSERT INTO people VALUES (1, 'again') | duplicate key value",
        "SELECT 1/0 | division by zero",
      })
  void a_statement_that_fails_leaves_the_rows_as_they_were(String statement, String why) {
    assertFails(() -> run("UPDATE people SET mail = 'x';\n" + statement), why);

    assertThat(SERVER.sql(RESTORED, ROWS)).isEqualTo("a@real|b@real");
  }

  @Test
  void what_failed_can_be_corrected_and_run() {
    assertFails(() -> run("UPDATE people SET mail = 1/0"), "division by zero");
    run("UPDATE people SET mail = 'x'");

    assertThat(SERVER.sql(RESTORED, ROWS)).isEqualTo("x|x");
  }

  @Test
  void rows_that_a_message_would_quote_are_not_told() {
    assertThatThrownBy(() -> run("ALTER TABLE people ADD CHECK (mail NOT LIKE '%real')"))
        .hasMessageNotContaining("a@real");
  }

  @Test
  void long_files_with_characters_of_many_bytes_arrive_whole() {
    String comment = "-- " + "😀'\\ü".repeat(30_000) + "\n";

    run(comment + "UPDATE people SET mail = '😀'");

    assertThat(SERVER.sql(RESTORED, ROWS)).isEqualTo("😀|😀");
  }

  private void run(String sql) {
    postgres.runOnce(RESTORED, sql, "step");
  }

  private static void assertFails(ThrowingCallable deed, String why) {
    assertThatThrownBy(deed)
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining(why)
        .extracting(it -> ((StepFailure) it).type())
        .isEqualTo(FailureType.DATABASE_FAILED);
  }
}
