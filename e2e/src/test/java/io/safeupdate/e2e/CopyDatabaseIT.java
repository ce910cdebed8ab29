package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database of production goes to staging, which has another user, another database's name and a
 * newer version.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CopyDatabaseIT {
  @TempDir static Path directory;
  static GuestBook production;
  static GuestBook staging;
  static Host host;
  static Faults faults;

  @BeforeAll
  static void givenProductionAndANewerStaging() throws IOException {
    production = GuestBook.started(directory.resolve("production"), "su-e2e-copy-production");
    staging = GuestBook.created(directory.resolve("staging"), "su-e2e-copy-staging", "staging");
    staging.publish("v2-migration");
    staging.git("pull", "-q", "--ff-only");
    String env = Files.readString(staging.envFile());
    Files.writeString(
        staging.envFile(), env.replaceAll("POSTGRES_(DB|USER)=.*", "POSTGRES_$1=stage"));
    staging.start("2");
    faults = Faults.in(directory);
    host =
        new Host(directory.resolve("host"))
            .with("production", production)
            .with(
                "staging",
                staging,
                "acceptsCopies: true",
                "update: {stepTimeout: PT1M}", // A killed worker is noticed after a sixth of it.
                "database: {service: postgres, afterCopy: after-copy.sql}")
            .meeting(faults);
    anonymising("update guestbook_row set text = 'row ' || id");
    host.up();
    production.post("ada@example.com");
    staging.post("was on staging");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    production.close();
    staging.close();
  }

  @AfterEach
  void nothing_is_left_behind() {
    faults.armed().clear();
    assertThat(Leftovers.of(host, staging)).isEmpty();
    assertThat(staging.backups()).isEmpty();
    assertThat(staging.sql("select count(*) from pg_roles where rolname !~ '^pg_'")).isEqualTo("1");
  }

  @Test
  @Order(1)
  void a_deployment_that_takes_no_copies_is_left_alone_and_none_is_made() {
    Host.Answer answer = copy("staging", "production");

    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/message"))
        .contains("deployments.production.acceptsCopies: true");
    assertThat(production.rows()).containsExactly("ada@example.com");
  }

  @Test
  @Order(2)
  void statements_that_fail_leave_the_target_as_it_was() throws IOException {
    anonymising("update guestbook_row set text = 'gone'; update nothing set a = 's3cret'");
    Picture before = Picture.of(staging);

    Host.Answer answer = copy("production", "staging");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/phase")).isEqualTo("after-copy");
    assertThat(answer.text("/failure/message")).contains("after-copy.sql", "\"nothing\"");
    assertThat(answer.run().stdout()).doesNotContain("s3cret");
    assertThat(staging.rows()).containsExactly("was on staging");
    assertThat(Picture.of(staging)).isEqualTo(before);
  }

  @Test
  @Order(3)
  void rows_arrive_anonymised_and_migrated_and_what_they_replace_is_kept() throws IOException {
    anonymising("update guestbook_row set text = 'row ' || id");
    List<String> migrations = staging.migrations();

    Host.Answer answer = copy("production", "staging");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(staging.rows()).containsExactly("row 1");
    assertThat(staging.migrations()).isEqualTo(migrations).hasSizeGreaterThan(1);
    assertThat(staging.rowsKeptAside()).containsExactly("was on staging");
    assertThat(answer.json().at("/notes").toString()).contains("stage_abandoned_");
    assertThat(staging.sql("select distinct tableowner from pg_tables where schemaname = 'public'"))
        .isEqualTo("stage");
    assertThat(staging.post("after the copy")).isIn(staging.rows());
    assertThat(production.rows()).containsExactly("ada@example.com");
    assertThat(production.backups()).contains(answer.text("/made"));
  }

  @Test
  @Order(4)
  void an_unhealthy_copy_gives_way_to_what_was_there() {
    faults.after("verify", Act.ERROR);
    List<String> rows = staging.rows();

    Host.Answer answer = copy("production", "staging", "--backup", production.backups().get(0));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(staging.rows()).isEqualTo(rows);
  }

  @Test
  @Order(5)
  void a_worker_that_dies_in_between_goes_on_and_runs_the_statements_once() throws IOException {
    anonymising("update guestbook_row set text = text || '!'");
    faults.after("after-copy", Act.HALT).after("migrate", Act.HALT);
    Underway copy =
        Underway.of(host, "staging", List.of("copy-database", "production", "staging", "--yes"));

    for (int kill = 0; kill < 2; kill++) {
      Eventually.holds(Duration.ofMinutes(2), () -> !host.isUp());
      host.up();
    }

    assertThat(copy.ending().outcome()).isEqualTo("DONE");
    assertThat(staging.rows()).containsExactly("ada@example.com!");
  }

  private static Host.Answer copy(String from, String to, String... more) {
    List<String> words = new ArrayList<>(List.of("copy-database", from, to, "--yes", "--json"));
    words.addAll(List.of(more));
    return Host.answer(host.run(words.toArray(String[]::new)));
  }

  private static void anonymising(String sql) throws IOException {
    Files.createDirectories(host.directory());
    Files.writeString(host.directory().resolve("after-copy.sql"), sql);
  }
}
