package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Good releases, one after the other, on one application. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoodReleaseIT {
  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-good");
    host = Host.sharingUp(directory.resolve("host")).with("good-release", book).up();
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void nothing_new_touches_nothing() {
    Map<String, String> before = book.containers();

    Host.Answer answer = host.update("good-release");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ALREADY_CURRENT");
    assertThat(answer.exitCode()).isZero();
    assertThat(book.containers()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void a_release_with_a_migration_ends_updated_with_its_rows() {
    book.post("written before");
    String target = book.publish("v2-migration");

    Host.Answer answer = host.update("good-release");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(book.version()).isEqualTo("2");
    assertThat(book.rows()).contains("written before");
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.branch()).isEqualTo("master");
    assertThat(book.changes()).isEmpty();
    assertThat(book.migrations()).hasSize(2);
    assertThat(book.allContainers()).hasSize(3);
  }

  @Test
  @Order(3)
  void a_release_without_a_migration_leaves_the_database_alone() {
    String oid = book.sql("select oid from pg_database where datname = current_database()");
    String target = book.publish("v3-plain");

    Host.Answer answer = host.update("good-release");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.text("/strategy")).isEqualTo("none");
    assertThat(book.version()).isEqualTo("3");
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.sql("select oid from pg_database where datname = current_database()"))
        .isEqualTo(oid);
    assertThat(book.rows()).contains("written before");
  }
}
