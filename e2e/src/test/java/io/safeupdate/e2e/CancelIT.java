package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody cancels an update that runs. */
class CancelIT {
  @TempDir static Path directory;
  static GuestBook book;
  static Host host;

  private Picture before;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-cancel");
    host = Host.sharingUp(directory.resolve("host")).with("to-cancel", book).up();
    book.post("written before");
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
  void the_old_version_is_there_and_nothing_is_left_behind() {
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
    assertThat(book.allContainers()).hasSize(3);
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  void during_prepare_nothing_has_been_touched() {
    book.publishAppended("compose/production/django/Dockerfile", "\nRUN sleep 90\n");
    Map<String, String> containers = book.containers();
    List<String> backups = book.backups();

    Host.Answer answer = updateCancelledOnce(book::isBeingPrepared);

    assertThat(answer.text("/phases/1/name")).isEqualTo("prepare");
    assertThat(answer.json().at("/phases/1/seconds").asDouble()).isLessThan(60);
    assertThat(answer.json().at("/strategy").isNull()).as(answer.run().toString()).isTrue();
    assertThat(answer.json().at("/downtimeSeconds").asDouble()).isZero();
    assertThat(book.containers()).isEqualTo(containers);
    assertThat(book.backups()).isEqualTo(backups);
  }

  @Test
  void during_the_migration_the_old_version_comes_back_with_its_rows() {
    book.publish("v2-slow-migration");

    Host.Answer answer = updateCancelledOnce(() -> book.slowMigrations() == 1);

    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(answer.json().at("/rollback").findValuesAsText("name"))
        .containsSubsequence("undo-migrate", "undo-pull", "start-old");
  }

  private static Host.Answer updateCancelledOnce(Callable<Boolean> moment) {
    CompletableFuture<Host.Answer> update =
        CompletableFuture.supplyAsync(() -> host.update("to-cancel"));
    Eventually.holds(Duration.ofMinutes(2), moment);

    Host.Answer cancel =
        Host.answer(host.run("cancel", "to-cancel", "--reason", "wrong release", "--json"));

    assertThat(cancel.outcome()).as(cancel.run().toString()).isEqualTo("CANCELLED");
    assertThat(cancel.exitCode()).isZero();
    Host.Answer answer = update.join();
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("CANCELLED");
    assertThat(answer.exitCode()).isEqualTo(11);
    return answer;
  }
}
