package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fault matrix in short: each undo fails, and its worker is killed around each. */
@Order(1)
class FaultyUndosIT {
  private static final Duration LIMIT = Duration.ofMinutes(12);
  private static final int ATTEMPTS = 4;

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
  void a_way_back_whose_worker_is_killed_before_and_after_every_undo_ends_in_the_old_version() {
    Cell.undos().forEach(undo -> stage.faults.before(undo, Act.HALT).after(undo, Act.HALT));

    Underway update = Underway.started(stage.host, "production");
    stage.upUntilAllIsMet(LIMIT);

    assertThat(update.ending().outcome()).isEqualTo("ROLLED_BACK");
    assertThat(before.problemsAsBefore()).isEmpty();
  }

  @Test
  void every_undo_that_fails_waits_for_a_person_and_goes_on_from_there() {
    Cell.essentialUndos().forEach(undo -> stage.faults.before(undo, Act.ERROR, ATTEMPTS));

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
  void what_only_takes_room_is_told_of_when_it_cannot_be_cleaned_up() {
    stage.faults.before("undo-snapshot", Act.ERROR, ATTEMPTS);
    stage.faults.before("undo-prepare", Act.ERROR, ATTEMPTS);

    Host.Answer answer = stage.host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.json().at("/notes").toString())
        .contains("undo-snapshot left something")
        .contains("undo-prepare left something");
  }
}
