package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates that lose their worker, or worker and server, while the database is brought back. */
@Order(3)
class KillOnTheWayBackIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String PSQL = "psql -X -q -U \"$POSTGRES_USER\" -d postgres";

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  private Picture before;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-kill-back");
    book.addBallast();
    book.post("written before");
    host = new Host(directory.resolve("host")).with("production", book).up();
    book.publish("broken-migration");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @BeforeEach
  void lookAtTheOldVersion() {
    before = Picture.of(book);
  }

  @AfterEach
  void the_old_version_is_back_and_nothing_is_left_behind() {
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
    assertThat(book.sql("select count(*), max(n) from ballast")).isEqualTo("300000|300000");
    assertThat(book.containers()).containsOnlyKeys("django", "postgres", "worker");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  void without_both_while_the_backup_is_restored_beside_the_live_database() {
    Underway update = Underway.started(host, "production", "--restore-mode", "swap");
    String restored = "su_restore_" + update.tag();
    Eventually.holds(LIMIT, () -> book.databases().contains(restored));
    host.kill();
    host.killTemporal();

    assertThat(update.knows("restored-beside")).isFalse();
    host.up();
    assertRolledBack(update);
    assertThat(book.databases())
        .contains("guestbook_abandoned_" + update.tag())
        .doesNotContain(restored);
  }

  @Test
  void without_its_worker_while_the_restore_command_runs() {
    Underway update = Underway.started(host, "production", "--restore-mode", "command");
    update.awaitContainer("restore");
    host.kill();

    assertThat(update.knows("database-back")).isFalse();
    host.up();
    assertRolledBack(update);
  }

  @Test
  void without_its_worker_while_the_renames_happen() throws IOException {
    Underway update = Underway.started(host, "production", "--restore-mode", "snapshot");
    update.awaitFact("snapshot-taken");
    Process lock = lockDatabases();
    Eventually.holds(LIMIT, () -> waitingForTheLock() == 1);
    host.kill();

    lock.getOutputStream().close();
    Eventually.holds(LIMIT, () -> book.databases().contains("guestbook_abandoned_" + update.tag()));
    assertThat(update.knows("database-back")).isFalse();
    host.up();
    assertRolledBack(update);
  }

  /** Holds what the renames wait for, until its input ends. */
  private static Process lockDatabases() throws IOException {
    List<String> command = List.of("docker", "exec", "-i", database(), "sh", "-c", PSQL);
    Process psql = new ProcessBuilder(command).redirectErrorStream(true).start();
    psql.getOutputStream()
        .write(
            "select pg_advisory_lock(1400207461, hashtext('guestbook'));\n"
                .getBytes(StandardCharsets.US_ASCII));
    psql.getOutputStream().flush();
    return psql;
  }

  private static String database() {
    return book.containers().get("postgres");
  }

  private static long waitingForTheLock() {
    return Long.parseLong(
        book.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted"));
  }

  private static void assertRolledBack(Underway update) {
    Host.Answer answer = update.ending();
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(answer.text("/failure/phase")).isEqualTo("migrate");
    assertThat(answer.text("/failure/message")).contains("there is no tidy row to bring back");
  }
}
