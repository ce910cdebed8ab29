package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Backups and restores of a database that is in use. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseIT {
  @TempDir static Path directory;
  static Stage stage;
  static String backup;

  @BeforeAll
  static void givenARunningApplication() {
    stage = Stage.set(directory, "su-e2e-database");
    stage.book.post("first");
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @BeforeEach
  void givenNoFaults() {
    stage.faults.armed().clear();
  }

  @Test
  @Order(1)
  void a_backup_holds_what_the_database_holds() {
    Host.Answer answer = run("backup", "production", "--trial-restore");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    backup = answer.text("/made");
    assertThat(stage.book.backups()).containsExactly(backup);
    assertThat(answer.summary("trial-restore")).contains("as in the database");
    assertThat(stage.book.databases()).noneMatch(name -> name.startsWith("su_"));
  }

  @Test
  @Order(2)
  void backups_tells_which_are_verified_and_which_only_lie_there() {
    byHand("printf 'no dump' > /backups/by-hand.sql");

    JsonNode list = Host.answer(stage.host.run("backups", "production", "--json")).json();

    assertThat(list.at("/backups/0/name").asText()).isEqualTo("by-hand.sql");
    assertThat(list.at("/backups/0/verified").isNull()).isTrue();
    assertThat(list.at("/backups/1/name").asText()).isEqualTo(backup);
    assertThat(list.at("/backups/1/how").asText()).contains("SHA-256");
  }

  @Test
  @Order(3)
  void a_restore_brings_its_rows_back_and_keeps_the_database_that_it_replaces() {
    stage.book.post("second");

    Host.Answer answer = run("restore", "production", backup);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(stage.book.rows()).containsExactly("first");
    assertThat(stage.book.rowsKeptAside()).contains("second");
    assertThat(answer.json().at("/notes").toString()).contains("_abandoned_", "guestbook_row");
    assertThat(answer.json().at("/downtimeSeconds").asDouble()).isPositive();
  }

  @Test
  @Order(4)
  void an_unhealthy_application_gets_its_database_back() {
    stage.book.post("third");
    stage.faults.after("verify", Act.ERROR);

    Host.Answer answer = run("restore", "production", backup);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(stage.book.rows()).containsExactly("first", "third");
  }

  @Test
  @Order(5)
  void a_worker_that_dies_between_the_renames_and_their_answer_goes_on() {
    stage.faults.after("restore", Act.HALT).after("swap", Act.HALT);
    Underway restore =
        Underway.of(stage.host, "production", List.of("restore", "production", backup));

    stage.upAfterKills(2);

    assertThat(restore.ending().outcome()).isEqualTo("DONE");
    assertThat(stage.book.rows()).containsExactly("first");
  }

  @Test
  @Order(6)
  void a_backup_that_is_cut_off_is_refused_before_anything_is_touched() {
    byHand("head -c 700 /backups/" + backup + " > /backups/cut.sql.gz");

    Host.Answer answer = run("restore", "production", "cut.sql.gz");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("cut.sql.gz");
    assertThat(stage.book.rows()).containsExactly("first");
  }

  @Test
  @Order(7)
  void a_backup_of_a_newer_server_is_refused_with_the_reason() {
    byHand(
        "zcat /backups/"
            + backup
            + " | sed 's/^-- Dumped from database version .*/-- Dumped from database version 99.1/'"
            + " | gzip > /backups/newer.sql.gz");

    Host.Answer answer = run("restore", "production", "newer.sql.gz");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("PostgreSQL 99", "older server");
  }

  private static Host.Answer run(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Host.answer(stage.host.run(all));
  }

  private static void byHand(String script) {
    Run.of(directory, "docker", "exec", "su-e2e-database-postgres-1", "sh", "-ec", script).orFail();
  }
}
