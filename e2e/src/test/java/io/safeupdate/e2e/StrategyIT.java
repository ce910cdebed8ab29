package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways in which a database comes back: a migration that deletes all rows and then fails, and a
 * good one.
 */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrategyIT {
  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-strategy");
    host = Host.sharingUp(directory.resolve("host")).with("strategies", book);
    host.up();
    book.post("written before");
    book.publish("broken-migration");
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
  @ValueSource(strings = {"snapshot", "swap", "command"})
  void every_acknowledged_row_is_there_after_a_migration_that_deleted_them(String strategy) {
    Picture before = Picture.of(book);

    Host.Answer answer;
    Visitor visitor = Visitor.hasty(book);
    try (visitor) {
      answer = host.update("strategies", "--restore-mode", strategy);
    }

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isEqualTo(10);
    assertThat(answer.text("/strategy")).isEqualTo(strategy);
    assertThat(answer.text("/failure/phase")).isEqualTo("migrate");
    assertThat(answer.text("/failure/type")).isEqualTo("MigrationFailed");
    assertThat(answer.text("/failure/message")).contains("there is no tidy row to bring back");
    assertThat(book.rows()).containsAll(visitor.acknowledged()).contains("written before");
    assertThat(Picture.of(book)).isEqualTo(before);
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({"swap, v2-slow-migration, 2-slow", "command, v2-migration, 2"})
  void a_good_migration_updates_with_every_row(String strategy, String release, String version) {
    String target = book.publish(release);
    int migrations = book.migrations().size();

    Host.Answer answer;
    Visitor visitor = Visitor.calm(book);
    try (visitor) {
      answer = host.update("strategies", "--restore-mode", strategy);
    }

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("/strategy")).isEqualTo(strategy);
    assertThat(book.version()).isEqualTo(version);
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.branch()).isEqualTo("master");
    assertThat(book.changes()).isEmpty();
    assertThat(book.migrations()).hasSize(migrations + 1);
    assertThat(book.rows()).containsAll(visitor.acknowledged()).contains("written before");
    assertThat(book.allContainers()).hasSize(3);
  }
}
