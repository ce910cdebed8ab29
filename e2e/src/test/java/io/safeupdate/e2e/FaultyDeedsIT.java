package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix in short: each deed fails, and each loses its worker. What becomes of an update
 * when nobody is asked is in {@link BrokenReleaseIT} and, step by step, in the whole matrix.
 */
@Order(1)
class FaultyDeedsIT {
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
  void deeds_that_fail_and_lose_their_worker_end_in_the_new_version_and_leave_nothing() {
    String target = stage.releases.next();
    Standing before = Standing.of(stage);
    Cell.heldDeeds().forEach(deed -> stage.faults.after(deed, Act.ERROR));
    Cell.deeds().forEach(deed -> stage.faults.after(deed, Act.HALT));

    Host.Answer answer =
        new Nurse(stage, "after.error1")
            .attend(Underway.started(stage.host, "production", "--on-failure", "hold"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(before.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }
}
