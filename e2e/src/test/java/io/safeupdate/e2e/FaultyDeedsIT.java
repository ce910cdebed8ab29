package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fault matrix in short: each deed of an update fails, and its worker is killed after each.
 * Real failures of the other deeds are in {@link RejectionIT} and {@link BrokenReleaseIT}.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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

  @ParameterizedTest
  @Order(1)
  @ValueSource(
      strings = {
        "backup",
        "quiesce",
        "snapshot",
        "record",
        "pull",
        "rebuild",
        "restart",
        "finish",
        "close"
      })
  void a_deed_that_fails_although_it_has_happened_ends_as_it_should(String deed) {
    assertThat(new CellRun(stage, new Cell(deed, Mishap.ERROR)).play().problems()).isEmpty();
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
