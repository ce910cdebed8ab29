package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A way back that cannot go on, because the database server is away: a person decides. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WayBackIT {
  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Picture before;
  static String operation;
  static String restorePoint;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-way-back");
    host = Host.sharingUp(directory.resolve("host")).with("way-back", book);
    host.up();
    book.post("written before");
    before = Picture.of(book);
    book.publish("v2-slow-migration");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void nothing_is_started_on_a_database_that_did_not_come_back() {
    Host.Answer answer = updateThatLosesItsServer();

    assertWaits(answer);
    assertThat(book.containers()).isEmpty();
  }

  @Test
  @Order(2)
  void both_databases_are_still_there() {
    startServer();

    assertThat(book.databases())
        .contains("guestbook")
        .anyMatch(name -> name.matches("su_snapshot_" + tag()));
    assertThat(book.containers()).containsOnlyKeys("postgres");
  }

  @Test
  @Order(3)
  void once_the_server_is_back_a_retry_brings_the_old_version_back_with_its_rows() {
    Host.Answer answer = Host.answer(host.run("decide", operation, "retry", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(answer.text("/failure/phase")).isEqualTo("migrate");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
    assertThat(answer.text("/rollback/0/summary")).contains("guestbook_abandoned_" + tag());
    assertThat(book.databases()).contains("guestbook_abandoned_" + tag());
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(4)
  void an_abandoned_way_back_leaves_everything_as_it_is() {
    assertWaits(updateThatLosesItsServer());

    Host.Answer answer = Host.answer(host.run("decide", operation, "abandon", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("NEEDS_ATTENTION");
    assertThat(answer.exitCode()).isEqualTo(20);
    assertThat(book.containers()).isEmpty();
    startServer();
    assertThat(book.databases()).contains("guestbook", "su_snapshot_" + tag());
    assertThat(book.containers()).containsOnlyKeys("postgres");
  }

  @Test
  @Order(5)
  void the_next_update_is_refused_until_somebody_has_looked() {
    Host.Answer answer = host.update("way-back");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message"))
        .contains(operation)
        .contains("safe-update recover way-back");
    assertThat(book.containers()).containsOnlyKeys("postgres");
    assertThat(book.databases()).contains("guestbook", "su_snapshot_" + tag());
  }

  @Test
  @Order(6)
  void the_note_in_the_restore_point_brings_the_old_version_back_by_hand() throws IOException {
    Run.of(directory, "bash", "-e", "-c", commands(note())).orFail();

    book.awaitVersion("1");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
  }

  @Test
  @Order(7)
  void after_that_the_update_goes_through() throws IOException {
    Files.delete(lock());

    Host.Answer answer = host.update("way-back");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(book.version()).isEqualTo("2-slow");
    assertThat(book.rows()).containsExactly("written before", "counted 1 rows");
  }

  private static Path lock() {
    return host.state().resolve("deployments/way-back/lock.json");
  }

  private static Path note() {
    return host.state()
        .resolve("deployments/way-back/restore-points")
        .resolve(restorePoint)
        .resolve("RECOVER.md");
  }

  /** The note's shell commands, with the one that puts the copy into place chosen. */
  private static String commands(Path note) throws IOException {
    String script = Files.readString(note).split("```sh\n|```")[1];
    return script.replaceAll("(?m)^# (docker compose .*su_snapshot_)", "$1");
  }

  private static Host.Answer updateThatLosesItsServer() {
    CompletableFuture<Host.Answer> update =
        CompletableFuture.supplyAsync(() -> host.update("way-back"));
    Eventually.holds(Duration.ofMinutes(5), WayBackIT::isMigrating);
    book.compose("stop", "-t", "2", "postgres");
    Host.Answer answer = update.join();
    operation = answer.text("/operation");
    restorePoint = answer.text("/restorePoint");
    return answer;
  }

  private static boolean isMigrating() {
    return book.sql("select count(*) from pg_stat_activity where query like '%pg_sleep(8)%'")
        .equals("2");
  }

  private static void assertWaits(Host.Answer answer) {
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("NEEDS_ATTENTION");
    assertThat(answer.exitCode()).isEqualTo(20);
    assertThat(answer.text("/waiting/about")).isEqualTo("undo-migrate");
    assertThat(answer.json().at("/waiting/choices").toString())
        .isEqualTo("[\"retry\",\"abandon\"]");
    assertThat(answer.run().stderr()).contains("decide " + operation + " retry");
  }

  private static void startServer() {
    book.compose("start", "postgres");
    Eventually.holds(Duration.ofSeconds(60), () -> !book.databases().isEmpty());
  }

  private static String tag() {
    return operation.substring(operation.length() - 12);
  }
}
