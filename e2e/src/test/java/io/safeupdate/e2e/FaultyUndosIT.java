package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fault matrix in short, on the way back: each undo fails, and each loses its worker. */
@Order(1)
class FaultyUndosIT {
  @TempDir static Path directory;
  static Stage stage;

  private Standing before;

  @BeforeAll
  static void givenARunningApplication() {
    stage = Stage.set(directory, "su-e2e-faulty-undos");
    stage.book.post("written before");
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @BeforeEach
  void givenAReleaseThatDoesNotHold() {
    stage.releases.next();
    before = Standing.of(stage);
    stage.faults.armed().clear();
    stage.faults.after("verify", Act.ERROR);
  }

  @Test
  void undos_that_fail_and_lose_their_worker_end_in_the_old_version() {
    Cell.essentialUndos().forEach(stage.faults::failUntilAPersonIsAsked);
    Cell.undos().forEach(undo -> stage.faults.after(undo, Act.HALT));

    Host.Answer answer =
        new Nurse(stage, "before.error4").attend(Underway.started(stage.host, "production"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(before.problemsAsBefore()).isEmpty();
  }

  @Test
  void undos_that_only_make_room_are_told_of_when_they_fail() {
    stage.faults.failUntilAPersonIsAsked("undo-snapshot");
    stage.faults.failUntilAPersonIsAsked("undo-prepare");

    Host.Answer answer = stage.host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.json().at("/notes").toString())
        .contains("undo-snapshot left something", "undo-prepare left something");
  }
}
