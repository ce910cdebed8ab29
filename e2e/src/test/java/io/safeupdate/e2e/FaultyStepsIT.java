package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix in short: each deed and each undo fails, and each loses its worker. What becomes
 * of an update when nobody is asked is in {@link BrokenReleaseIT} and, step by step, in the whole
 * matrix.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyStepsIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

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

    Host.Answer answer = nursed(Underway.started(stage.host, "production"), "before.error4");

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
        nursed(Underway.started(stage.host, "production", "--on-failure", "hold"), "after.error1");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(before.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }

  /** Starts again what is killed, and says {@code retry} after each fault that asks a person. */
  private static Host.Answer nursed(Underway update, String asking) {
    long left = kills() + asks(asking);
    long decided = 0;
    for (; left > 0; left--) {
      long before = decided;
      Eventually.holds(LIMIT, () -> !stage.host.isUp() || asked(asking) > before);
      if (!stage.host.isUp()) {
        stage.host.up();
      } else {
        decide(update);
        decided++;
      }
    }
    return update.ending();
  }

  private static long kills() {
    return stage.faults.armed().unmet().stream().filter(it -> it.contains(".halt")).count();
  }

  private static long asks(String asking) {
    return stage.faults.armed().unmet().stream().filter(it -> it.endsWith(asking)).count();
  }

  private static long asked(String asking) {
    return stage.faults.armed().met().stream().filter(fault -> fault.endsWith(asking)).count();
  }

  private static void decide(Underway update) {
    Eventually.holds(
        LIMIT,
        () -> stage.host.run("decide", update.operation(), "retry", "--detach").exitCode() == 0);
  }
}
