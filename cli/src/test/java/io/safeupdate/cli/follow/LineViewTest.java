package io.safeupdate.cli.follow;

import static io.safeupdate.cli.Facts.done;
import static io.safeupdate.cli.Facts.failed;
import static io.safeupdate.cli.Facts.running;
import static io.safeupdate.cli.Facts.skipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.FakeClock;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.cli.text.Question;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineViewTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final FakeClock clock = new FakeClock();
  private final LineView view =
      new LineView(
          new PrintStream(bytes, true, UTF_8),
          clock,
          new Question(Facts.ID, new Commands(Optional.empty())),
          "");

  @Test
  void a_line_tells_when_a_phase_begins_and_when_it_ends() {
    view.phaseChanged(running("prepare"));
    clock.pass(Duration.ofSeconds(36));
    view.phaseChanged(done("prepare", 36.1, "2 images built"));

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  · prepare        running",
            "2026-11-22T12:00:36Z  ✓ prepare        done      36 s          2 images built");
  }

  @Test
  void a_long_step_says_every_ten_seconds_what_it_does() {
    view.phaseChanged(running("prepare"));
    view.doing("building django: step 4 of 12\nCOPY . /app");
    for (int second = 0; second < 25; second++) {
      clock.pass(Duration.ofSeconds(1));
      view.tick();
    }

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  · prepare        running",
            "2026-11-22T12:00:10Z  · prepare goes on, 10 s: building django: step 4 of 12",
            "2026-11-22T12:00:20Z  · prepare goes on, 20 s: building django: step 4 of 12");
  }

  @Test
  void nothing_is_said_while_nothing_runs() {
    view.phaseChanged(done("prepare", 1, "fine"));
    clock.pass(Duration.ofMinutes(5));
    view.tick();

    assertThat(lines()).hasSize(1);
  }

  @Test
  void phases_skipped_for_one_reason_take_one_line() {
    view.phaseChanged(skipped("quiesce", "no migration is pending"));
    view.phaseChanged(skipped("rebuild", "not reached"));
    view.phaseChanged(skipped("restart", "not reached"));
    view.phaseChanged(skipped("verify", "not reached"));
    view.close();

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  – quiesce        skipped                 no migration is pending",
            "2026-11-22T12:00:00Z  – 3 phases       skipped                 not reached");
  }

  @Test
  void a_failure_shows_its_first_line_and_the_way_back_follows() {
    view.phaseChanged(failed("migrate", 3.1, "exit code 1\n  boom"));
    view.undoChanged(running("undo-migrate"));
    view.undoChanged(done("undo-migrate", 0.1, "guestbook is back"));

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  ✗ migrate        failed    3.1 s         exit code 1",
            "2026-11-22T12:00:00Z  · undo-migrate   running",
            "2026-11-22T12:00:00Z  ✓ undo-migrate   done      0.1 s         guestbook is back");
  }

  @Test
  void what_was_told_is_not_told_again_when_it_is_followed_again() {
    view.phaseChanged(done("prepare", 1, "fine"));
    view.phaseChanged(done("prepare", 1, "fine"));

    assertThat(lines()).hasSize(1);
  }

  @Test
  void a_question_names_the_commands_that_answer_it() {
    view.waiting(Facts.waiting());

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  ? undo-migrate failed, a decision is needed: The database server"
                + " does not answer. | safe-update decide "
                + Facts.ID
                + " retry | safe-update decide "
                + Facts.ID
                + " abandon");
  }

  @Test
  void an_absent_worker_or_server_is_said() {
    view.workerAway(Duration.ofSeconds(15));
    view.serverAway(Duration.ofSeconds(20));

    assertThat(lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  no worker has answered for 15 s: the operation waits",
            "2026-11-22T12:00:00Z  Temporal has not answered for 20 s: trying again");
  }

  private String[] lines() {
    return bytes.toString(UTF_8).split("\n", -1).length == 1
        ? new String[0]
        : bytes.toString(UTF_8).strip().split("\n", -1);
  }
}
