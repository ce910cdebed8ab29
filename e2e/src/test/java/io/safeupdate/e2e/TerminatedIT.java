package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody terminates and resets runs by hand, as the Temporal Web UI lets people do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TerminatedIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Picture before;
  static Underway terminated;

  @BeforeAll
  static void givenARunningApplication() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-terminated");
    host = Host.sharingUp(directory.resolve("host")).with("to-terminate", book).up();
    book.post("written before");
    before = Picture.of(book);
    book.publish("v2-slow-migration");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  @Order(0)
  void one_that_was_terminated_in_prepare_left_nothing_that_needs_a_person() {
    Underway.started(host, "to-terminate");
    Eventually.holds(LIMIT, book::isBeingPrepared);
    host.workflow("terminate", "to-terminate", "--reason", "changed my mind");

    assertThat(host.run("status", "to-terminate").orFail().stdout()).doesNotContain("unfinished");
    assertThat(Picture.of(book)).isEqualTo(before);
  }

  @Test
  @Order(1)
  void status_calls_a_terminated_update_unfinished_and_names_its_restore_point() {
    terminated = Underway.started(host, "to-terminate");
    Eventually.holds(LIMIT, () -> book.slowMigrations() == 1);
    host.workflow("terminate", "to-terminate", "--reason", "too slow");

    String status = host.run("status", "to-terminate").orFail().stdout();

    assertThat(status)
        .contains("operation " + terminated.operation() + " ended without its way back")
        .contains("its restore point is " + terminated.restorePoint())
        .contains("recover to-terminate");
  }

  @Test
  @Order(2)
  void the_next_update_is_refused_until_the_deployment_is_recovered() {
    Host.Answer answer = host.update("to-terminate");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/type")).isEqualTo("DeploymentUnfinished");
    assertThat(answer.text("/failure/message")).contains("safe-update recover to-terminate");
  }

  @Test
  @Order(3)
  void recover_brings_the_old_version_back_with_its_data() {
    Host.Answer answer = Host.answer(host.run("recover", "to-terminate", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.exitCode()).isZero();
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(4)
  void recover_finds_nothing_to_do_the_second_time() {
    Host.Answer answer = Host.answer(host.run("recover", "to-terminate", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ALREADY_CURRENT");
    assertThat(Picture.of(book)).isEqualTo(before);
  }

  @Test
  @Order(5)
  void a_run_that_was_reset_to_its_middle_touches_nothing_and_points_to_retry() {
    host.workflow(
        "reset",
        "to-terminate",
        "--run-id",
        terminated.operation(),
        "--type",
        "LastWorkflowTask",
        "--reason",
        "once more");

    Host.Answer answer = Host.answer(host.run("show", "to-terminate", "--follow", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/type")).isEqualTo("OperationUnknown");
    assertThat(answer.text("/failure/message")).contains("safe-update retry to-terminate");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(6)
  void a_run_that_was_reset_to_its_beginning_updates() {
    host.workflow(
        "reset",
        "to-terminate",
        "--run-id",
        terminated.operation(),
        "--type",
        "FirstWorkflowTask",
        "--reason",
        "from the start");

    Host.Answer answer = Host.answer(host.run("show", "to-terminate", "--follow", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(book.version()).isEqualTo("2-slow");
    assertThat(book.rows()).containsExactly("written before", "counted 1 rows");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }
}
