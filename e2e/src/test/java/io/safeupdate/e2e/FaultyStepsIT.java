package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix in short: each deed and each undo fails, and each loses its worker. What becomes
 * of an update when nobody is asked is in {@link BrokenReleaseIT} and, step by step, in the whole
 * matrix.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyStepsIT {
  @TempDir static Path directory;
  static Stage stage;

  private String target;
  private Standing before;

  @BeforeAll
  static void givenARunningApplication() {
    stage = Stage.set(directory, "su-e2e-faulty");
    stage.book.post("written before");
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @BeforeEach
  void givenARelease() {
    target = stage.releases.next();
    before = Standing.of(stage);
    stage.faults.armed().clear();
  }

  @Test
  @Order(1)
  void undos_that_fail_and_lose_their_worker_end_in_the_old_version() {
    stage.faults.after("verify", Act.ERROR);
    Cell.essentialUndos().forEach(stage.faults::failUntilAPersonIsAsked);
    Cell.undos().forEach(undo -> stage.faults.after(undo, Act.HALT));

    Host.Answer answer =
        new Nurse(stage, "before.error4").attend(Underway.started(stage.host, "production"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(before.problemsAsBefore()).isEmpty();
  }

  @Test
  @Order(2)
  void undos_that_only_make_room_are_told_of_when_they_fail() {
    stage.faults.after("verify", Act.ERROR);
    stage.faults.failUntilAPersonIsAsked("undo-snapshot");
    stage.faults.failUntilAPersonIsAsked("undo-prepare");

    Host.Answer answer = stage.host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.json().at("/notes").toString())
        .contains("undo-snapshot left something", "undo-prepare left something");
  }

  @Test
  @Order(3)
  void deeds_that_fail_and_lose_their_worker_end_in_the_new_version_and_leave_nothing() {
    Cell.heldDeeds().forEach(deed -> stage.faults.after(deed, Act.ERROR));
    Cell.deeds().forEach(deed -> stage.faults.after(deed, Act.HALT));

    Host.Answer answer =
        new Nurse(stage, "after.error1")
            .attend(Underway.started(stage.host, "production", "--on-failure", "hold"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(before.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }
}
