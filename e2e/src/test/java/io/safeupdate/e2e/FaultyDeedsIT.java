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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fault matrix in short: each deed of an update fails, and its worker is killed around each.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyDeedsIT {
  private static final Duration LIMIT = Duration.ofMinutes(12);

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

  /** The worst kind of error: the deed has happened. */
  @ParameterizedTest
  @Order(1)
  @MethodSource("deeds")
  void a_deed_that_fails_ends_in_the_old_version(String deed) {
    assertThat(new CellRun(stage, new Cell(deed, Mishap.ERROR)).play().problems()).isEmpty();
  }

  @Test
  @Order(2)
  void an_update_whose_worker_is_killed_before_and_after_every_deed_ends_in_the_new_version() {
    String target = stage.releases.next();
    Standing standing = Standing.of(stage);
    Cell.deeds().forEach(deed -> stage.faults.before(deed, Act.HALT).after(deed, Act.HALT));

    Underway update = Underway.started(stage.host, "production");
    stage.upUntilAllIsMet(LIMIT);

    assertThat(update.ending().outcome()).isEqualTo("UPDATED");
    assertThat(standing.problemsUpdated(stage.releases.version(), target)).isEmpty();
  }
}
