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

/** One update that loses its worker, its server, or both, in one phase after the other. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Picture before;
  static String target;
  static Underway update;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-kill");
    book.addBallast();
    book.post("written before");
    before = Picture.of(book);
    host = new Host(directory.resolve("host")).with("production", book).up();
    target = book.publish("v2-slow-migration");
    update = Underway.started(host, "production");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void without_its_worker_during_prepare_the_old_version_serves_until_it_goes_on() {
    Eventually.holds(LIMIT, book::isBeingPrepared);
    host.kill();

    assertThat(update.knows("prepared-images")).isFalse();
    assertThat(Picture.of(book)).isEqualTo(before);
    book.post("written while nobody was up");
    host.up();
    update.awaitFact("prepared-images");
  }

  @Test
  @Order(2)
  void without_its_server_during_the_backup_it_waits_until_the_server_is_back() {
    update.awaitContainer("backup");
    host.killTemporal();

    update.awaitFact("verified-backup");
    assertThat(book.backups()).hasSize(1);
  }

  @Test
  @Order(3)
  void without_both_during_the_migration_that_one_is_awaited_and_none_runs_beside_it() {
    Eventually.holds(LIMIT, () -> book.slowMigrations() == 1);
    host.kill();
    host.killTemporal();

    host.up();
    assertThat(book.slowMigrations()).isLessThanOrEqualTo(1);
  }

  @Test
  @Order(4)
  void without_its_worker_during_the_restart_the_update_ends_by_itself() {
    update.awaitFact("restart-began");
    host.kill();

    host.up();
    Host.Answer answer = update.ending();
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  @Order(5)
  void after_all_that_the_new_version_runs_as_if_nothing_had_happened() {
    assertThat(book.version()).isEqualTo("2-slow");
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.branch()).isEqualTo("master");
    assertThat(book.changes()).isEmpty();
    assertThat(book.migrations()).hasSize(before.migrations().size() + 1);
    assertThat(book.rows())
        .containsExactly("written before", "written while nobody was up", "counted 2 rows");
    assertThat(book.containers()).containsOnlyKeys("django", "postgres", "worker");
    assertThat(book.restartPolicies()).isEqualTo(before.restartPolicies());
    assertThat(book.runningImages()).isNotEqualTo(before.images());
    assertThat(book.backups()).hasSize(1);
    assertThat(Leftovers.of(host, book)).isEmpty();
  }
}
