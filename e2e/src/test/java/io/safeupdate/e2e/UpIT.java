package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What happens to updates when {@code up} is there, goes, comes again, and stays away. */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Underway update;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-up");
    host = new Host(directory.resolve("host")).with("production", book).up();
    book.post("written before");
    book.publish("v2-slow-migration");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void a_detached_update_is_known_by_its_id() {
    String before = book.commit();
    update = Underway.started(host, "production");

    Host.Answer shown = ask("show", update.tag());
    Host.Answer history = ask("history", "production");
    Host.Answer status = ask("status", "production");

    assertThat(shown.text("/operation")).isEqualTo(update.operation());
    assertThat(shown.json().at("/outcome").isNull()).as(shown.run().toString()).isTrue();
    assertThat(history.text("/operations/0/operation")).isEqualTo(update.operation());
    assertThat(status.text("/deployments/0/lastOperation/operation")).isEqualTo(update.operation());
    assertThat(status.text("/deployments/0/commit")).isIn(before, book.remoteHead());
  }

  @Test
  @Order(2)
  void told_to_stop_during_a_migration_it_ends_within_seconds() {
    Eventually.holds(LIMIT, () -> book.slowMigrations() == 1);

    assertThat(host.stop()).isLessThan(SECONDS);

    assertThat(host.said())
        .contains("operation " + update.operation() + " on production at migrate goes on")
        .contains("stopped");
  }

  @Test
  @Order(3)
  void the_next_up_goes_on_with_the_update() {
    host.up();
    Host.Answer answer = update.ending();

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(book.version()).isEqualTo("2-slow");
    assertThat(book.rows()).containsExactly("written before", "counted 1 rows");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(4)
  void a_second_up_is_refused_and_told_of_the_first() {
    Run second = host.run("up");

    assertThat(second.exitCode()).as(second.toString()).isEqualTo(1);
    assertThat(second.stderr())
        .contains("already runs for " + host.state() + ", as process " + host.pid());
    assertThat(ask("update", "production").outcome()).isEqualTo("ALREADY_CURRENT");
  }

  @Test
  @Order(5)
  void ctrl_c_during_prepare_ends_it_within_seconds() throws Exception {
    book.publish("v3-plain");
    update = Underway.started(host, "production");
    Eventually.holds(LIMIT, book::isBeingPrepared);

    assertThat(host.interrupt()).isLessThan(SECONDS);

    assertThat(book.version()).isEqualTo("2-slow");
  }

  @Test
  @Order(6)
  void without_an_up_whoever_follows_the_update_runs_it_to_its_end() {
    Host.Answer answer = update.ending();

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.run().stderr()).contains("No `safe-update up` runs");
    assertThat(book.version()).isEqualTo("3");
    assertThat(book.commit()).isEqualTo(book.remoteHead());
    assertThat(book.changes()).isEmpty();
    assertThat(book.rows()).containsExactly("written before", "counted 1 rows");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(7)
  void without_an_up_an_update_runs_in_its_own_command() {
    Host.Answer answer = host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ALREADY_CURRENT");
    assertThat(answer.run().stderr()).contains("No `safe-update up` runs");
  }

  @Test
  @Order(8)
  void without_an_up_nothing_can_be_left_to_it() {
    Run run = host.run("update", "production", "--detach");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.stderr()).contains("none runs").contains("up");
  }

  private static Host.Answer ask(String... words) {
    String[] withJson = java.util.Arrays.copyOf(words, words.length + 1);
    withJson[words.length] = "--json";
    return Host.answer(host.run(withJson).orFail());
  }
}
