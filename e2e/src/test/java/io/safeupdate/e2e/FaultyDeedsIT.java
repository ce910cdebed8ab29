package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix in short: each deed of an update fails, and its worker is killed after each.
 * What becomes of an update when nobody is asked is in {@link BrokenReleaseIT} and, deed by deed,
 * in the whole matrix.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyDeedsIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir static Path directory;
  static Stage stage;

  @BeforeAll
  static void givenARunningApplication() {
    stage = Stage.set(directory, "su-e2e-faulty-deeds");
    stage.book.post("written before");
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @Test
  @Order(1)
  void every_deed_that_failed_although_it_had_happened_is_done_again_when_a_person_says_so() {
    String target = stage.releases.next();
    Standing standing = Standing.of(stage);
    stage.faults.armed().clear();
    Cell.heldDeeds().forEach(deed -> stage.faults.after(deed, Act.ERROR));

    Underway update = Underway.started(stage.host, "production", "--on-failure", "hold");
    for (int left = Cell.heldDeeds().size() - 1; left >= 0; left--) {
      decideRetry(update, left);
    }

    assertThat(update.ending().outcome()).isEqualTo("UPDATED");
    assertThat(standing.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }

  /** Once only so many faults are left to meet. */
  private static void decideRetry(Underway update, int left) {
    Eventually.holds(LIMIT, () -> stage.faults.armed().unmet().size() == left);
    Eventually.holds(
        LIMIT,
        () -> stage.host.run("decide", update.operation(), "retry", "--detach").exitCode() == 0);
  }

  @Test
  @Order(2)
  void an_update_whose_worker_is_killed_after_every_deed_ends_in_the_new_version() {
    String target = stage.releases.next();
    Standing standing = Standing.of(stage);
    stage.faults.armed().clear();
    Cell.deeds().forEach(deed -> stage.faults.after(deed, Act.HALT));

    Underway update = Underway.started(stage.host, "production");
    stage.upAfterKills(Cell.deeds().size());

    assertThat(update.ending().outcome()).isEqualTo("UPDATED");
    assertThat(standing.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }
}
