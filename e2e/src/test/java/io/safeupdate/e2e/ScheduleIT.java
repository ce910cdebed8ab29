package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a deployment does by itself. Schedules are triggered at the server, as the Temporal Web UI
 * lets people do; nobody waits for the clock.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleIT {
  private static final String NAME = "scheduled";
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  @BeforeAll
  static void givenARunningApplicationWithSchedules() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-schedule");
    host =
        Host.sharingUp(directory.resolve("host"))
            .with(
                NAME,
                book,
                "media: {service: django, path: /app/backend/guestbook/media}",
                "schedule:",
                "  backup: monthly 28 03:00",
                "  trialRestore: monthly 27 03:00",
                "  media: monthly 26 03:00")
            .up();
    book.post("written before");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void status_lists_them_with_when_they_run_next() {
    Eventually.holds(SOON, () -> status().at("/schedules").size() == 3);

    JsonNode backup = status().at("/schedules/0");
    assertThat(backup.at("/task").asText()).isEqualTo("backup");
    assertThat(backup.at("/timetable").asText()).isEqualTo("monthly 28 03:00 UTC");
    assertThat(backup.at("/next").asText()).contains("-28T03:00:00Z");
    assertThat(host.run("status", NAME).stdout())
        .contains("scheduled trialRestore", "monthly 27 03:00 UTC", "has not run yet");
  }

  @Test
  @Order(2)
  void one_that_is_due_makes_a_verified_backup() {
    List<String> before = book.backups();

    JsonNode last = triggered("backup", "/schedules/0", run -> isEnded(run, "COMPLETED"));

    List<String> made = new ArrayList<>(book.backups());
    made.removeAll(before);
    assertThat(made).hasSize(1);
    JsonNode operation = Host.answer(host.run("show", text(last, "operation"), "--json")).json();
    assertThat(operation.at("/outcome").asText()).as(operation.toString()).isEqualTo("DONE");
    assertThat(operation.toString()).contains(made.get(0));
  }

  @Test
  @Order(3)
  void a_trial_restore_leaves_no_database_behind() {
    JsonNode last = triggered("trialRestore", "/schedules/1", run -> isEnded(run, "COMPLETED"));

    JsonNode operation = Host.answer(host.run("show", text(last, "operation"), "--json")).json();
    assertThat(operation.at("/phases").toString()).contains("trial");
    assertThat(book.databases()).noneMatch(name -> name.startsWith("su_"));
  }

  @Test
  @Order(4)
  void an_archive_of_the_user_files_is_made() {
    JsonNode last = triggered("media", "/schedules/2", run -> isEnded(run, "COMPLETED"));

    JsonNode archives = Host.answer(host.run("media", "list", NAME, "--json")).json();
    assertThat(archives.at("/archives")).hasSize(1);
    String operation = text(last, "operation");
    assertThat(text(archives.at("/archives/0"), "name"))
        .endsWith(operation.substring(operation.lastIndexOf('-')));
  }

  @Test
  @Order(5)
  void one_that_fails_stays_in_status_until_one_has_succeeded() {
    book.compose("stop", "postgres").orFail();

    triggered("backup", "/schedules/0", run -> isEnded(run, "FAILED"));

    assertThat(host.run("status", NAME).stdout())
        .contains("✗  scheduled backup", "scheduled backup failed", "None has succeeded since.");
    book.compose("start", "postgres").orFail();
    book.awaitAnswer();

    triggered("backup", "/schedules/0", run -> isEnded(run, "COMPLETED"));

    assertThat(status().at("/schedules/0/failed").isNull()).isTrue();
    assertThat(host.run("status", NAME).stdout()).doesNotContain("None has succeeded since");
  }

  /** Triggers a schedule and waits until the run that this starts is as wanted. */
  private static JsonNode triggered(String task, String where, Predicate<JsonNode> wanted) {
    String before = text(status().at(where + "/last"), "startedAt");
    host.temporal("schedule", "trigger", "--schedule-id", "schedule/local/" + NAME + "/" + task);
    Eventually.holds(
        SOON,
        () -> {
          JsonNode last = status().at(where + "/last");
          return !text(last, "startedAt").equals(before) && wanted.test(last);
        });
    return status().at(where + "/last");
  }

  private static boolean isEnded(JsonNode run, String status) {
    String now = text(run, "status");
    assertThat(now).as(run.toString()).isIn("OPEN", status);
    return now.equals(status);
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText();
  }

  private static JsonNode status() {
    return Host.answer(host.run("status", NAME, "--json")).json().at("/deployments/0");
  }
}
