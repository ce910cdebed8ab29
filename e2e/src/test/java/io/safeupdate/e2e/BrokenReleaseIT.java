package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases that break, one after the other on one application, and a good one after them. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenReleaseIT {
  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-broken");
    host =
        Host.sharingUp(directory.resolve("host"))
            .with("broken-release", book, "retention: {restorePoints: 2}")
            .patient("PT20S");
    host.up();
    book.post("written before");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @AfterEach
  void nothing_is_left_behind() {
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "broken-build, prepare, BuildFailed, The compiler of the assets is not there.",
    "broken-compose, preflight, ConfigInvalid, production.yml",
    "broken-env, preflight, ConfigInvalid, NEW_REQUIRED_KEY",
  })
  void a_release_that_cannot_be_made_is_rejected_and_nothing_is_touched(
      String release, String phase, String type, String cause) {
    Picture before = Picture.of(book);
    Map<String, String> containers = book.containers();
    book.publish(release);

    Host.Answer answer = host.update("broken-release");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/phase")).isEqualTo(phase);
    assertThat(answer.text("/failure/type")).isEqualTo(type);
    assertThat(answer.text("/failure/message")).contains(cause).doesNotContain(".safe-update-");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.containers()).isEqualTo(containers);
    assertThat(book.rows()).containsExactly("written before");
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "broken-start, GUESTBOOK_READERS is not set",
    "broken-health, 'HTTP 500 instead of HTTP 200'",
  })
  void no_visitor_notices_a_release_that_does_not_come_up(String release, String cause) {
    Picture before = Picture.of(book);
    Map<String, String> containers = book.containers();
    book.publish(release);

    Host.Answer answer;
    Visitor visitor = Visitor.hasty(book);
    try (visitor) {
      answer = host.update("broken-release");
    }

    assertRolledBack(answer, "trial", cause);
    assertThat(answer.text("/strategy")).isEqualTo("none");
    assertThat(answer.json().at("/downtimeSeconds").asDouble()).isZero();
    assertThat(visitor.failures()).isEmpty();
    assertThat(book.rows()).containsAll(visitor.acknowledged());
    assertThat(book.containers()).isEqualTo(containers);
    assertThat(Picture.of(book)).isEqualTo(before);
  }

  @Test
  @Order(3)
  void without_a_trial_the_old_version_comes_back_in_place_of_one_that_does_not_start() {
    Picture before = Picture.of(book);
    book.publish("broken-start");

    Host.Answer answer = host.update("broken-release", "--no-trial");

    assertRolledBack(answer, "verify", "GUESTBOOK_READERS is not set");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).contains("written before");
    assertThat(book.allContainers()).hasSize(3);
    assertKept(answer);
  }

  /** The container that failed is long gone: what it said and was is kept. */
  private static void assertKept(Host.Answer failed) {
    Host.Answer logs =
        Host.answer(host.run("show", failed.text("/operation"), "--logs", "--json").orFail());
    assertThat(logs.text("/folder")).isEqualTo(failed.text("/failure/logs")).endsWith("verify-1");
    assertThat(file(logs, "summary.txt")).startsWith("Failed in verify (Unhealthy)");
    assertThat(file(logs, "logs/django.log")).contains("Traceback", "GUESTBOOK_READERS is not set");
    assertThat(file(logs, "containers.txt"))
        .containsPattern("service +django\\n +version +began with this operation");
    assertThat(file(logs, "compose.json")).contains("\"POSTGRES_PASSWORD\" : \"***\"", "/start");
    assertThat(file(logs, "migrations.txt")).contains("django_migrations", "0001_initial");
    assertThat(file(logs, "database.txt")).contains("live: guestbook", "free for databases");
    assertThat(file(logs, "disk.txt")).contains(host.state() + ": ");
    assertThat(file(logs, "phases.txt")).containsPattern("restart +done");
  }

  private static String file(Host.Answer logs, String name) {
    for (JsonNode file : logs.json().at("/files")) {
      if (file.path("name").asText().equals(name)) {
        return file.path("text").asText();
      }
    }
    throw new AssertionError("no " + name + " in " + logs.json());
  }

  @Test
  @Order(4)
  void a_migration_of_an_unhealthy_release_is_taken_back() {
    Picture before = Picture.of(book);
    book.publish("broken-health-migration");

    Host.Answer answer;
    Visitor visitor = Visitor.calm(book);
    try (visitor) {
      answer = host.update("broken-release");
    }

    assertRolledBack(answer, "trial", "HTTP 500 instead of HTTP 200");
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(book.rows()).containsAll(visitor.acknowledged()).contains("written before");
    assertThat(Picture.of(book)).isEqualTo(before);
  }

  @Test
  @Order(5)
  void rows_that_a_broken_version_took_are_kept_and_counted() {
    Picture before = Picture.of(book);

    Host.Answer answer;
    Visitor visitor = Visitor.calm(book);
    try (visitor) {
      answer = host.update("broken-release", "--no-trial");
    }

    assertRolledBack(answer, "verify", "HTTP 500 instead of HTTP 200");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).contains("written before");
    String abandoned = "guestbook_abandoned_" + tag(answer);
    String undo = answer.json().at("/rollback").findValuesAsText("summary").toString();
    assertThat(undo).contains(abandoned).containsPattern("guestbook_row \\(\\d+\\)");
    assertThat(book.databases()).contains(abandoned);
  }

  @Test
  @Order(6)
  void no_more_is_kept_of_updates_that_failed_than_was_asked_for() {
    Host.Answer points =
        Host.answer(host.run("restore-points", "broken-release", "--json").orFail());

    assertThat(points.json().at("/restorePoints")).hasSize(2);
  }

  @Test
  @Order(7)
  void a_good_release_updates_after_all_the_broken_ones() {
    String target = book.publish("v2-migration");

    Host.Answer answer = host.update("broken-release");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(book.version()).isEqualTo("2");
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.changes()).isEmpty();
    assertThat(book.migrations()).hasSize(2);
    assertThat(book.rows()).contains("written before");
    assertThat(book.allContainers()).hasSize(3);
  }

  /** What the operation's databases are named after. */
  private static String tag(Host.Answer answer) {
    String operation = answer.text("/operation");
    return operation.substring(operation.length() - 12);
  }

  private static void assertRolledBack(Host.Answer answer, String phase, String cause) {
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(answer.text("/failure/phase")).isEqualTo(phase);
    assertThat(answer.text("/failure/message")).contains(cause);
  }
}
