package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The fault matrix in short: each undo fails, and its worker is killed after each. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyUndosIT {
  @TempDir static Path directory;
  static Stage stage;

  private Standing before;

  @BeforeAll
  static void givenARunningApplication() {
    stage = Stage.set(directory, "su-e2e-faulty-undos");
    stage.book.post("written before");
    stage.releases.next();
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @BeforeEach
  void givenAnUpdateThatFailsInItsLastPhase() {
    before = Standing.of(stage);
    stage.faults.armed().clear();
    stage.faults.after("verify", Act.ERROR);
  }

  @Test
  @Order(1)
  void a_way_back_whose_worker_is_killed_after_every_undo_ends_in_the_old_version() {
    Cell.undos().forEach(undo -> stage.faults.after(undo, Act.HALT));

    Underway update = Underway.started(stage.host, "production");
    stage.upAfterKills(Cell.undos().size());

    assertThat(update.ending().outcome()).isEqualTo("ROLLED_BACK");
    assertThat(before.problemsAsBefore()).isEmpty();
  }

  @Test
  @Order(2)
  void every_undo_that_fails_waits_for_a_person_and_goes_on_from_there() {
    Cell.essentialUndos().forEach(stage.faults::failUntilAPersonIsAsked);

    Host.Answer answer = stage.host.update("production");
    for (String undo : Cell.essentialUndos()) {
      assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("NEEDS_ATTENTION");
      assertThat(answer.text("/waiting/about")).isEqualTo(undo);
      String operation = answer.text("/operation");
      answer = Host.answer(stage.host.run("decide", operation, "retry", "--json"));
    }

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(before.problemsAsBefore()).isEmpty();
  }

  @Test
  @Order(3)
  void what_only_takes_room_is_told_of_and_goes_with_the_next_update() {
    stage.faults.failUntilAPersonIsAsked("undo-snapshot");
    stage.faults.failUntilAPersonIsAsked("undo-prepare");

    Host.Answer answer = stage.host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.json().at("/notes").toString())
        .contains("undo-snapshot left something", "undo-prepare left something");
    assertThat(stage.host.update("production").outcome()).isEqualTo("UPDATED");
    assertThat(Leftovers.of(stage.host, stage.book)).isEmpty();
  }
}
