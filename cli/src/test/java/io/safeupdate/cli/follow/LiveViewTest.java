package io.safeupdate.cli.follow;

import static io.safeupdate.cli.Facts.done;
import static io.safeupdate.cli.Facts.running;
import static io.safeupdate.cli.Facts.skipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.FakeClock;
import io.safeupdate.cli.terminal.Screen;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.cli.text.Question;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveViewTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final FakeClock clock = new FakeClock();

  @Test
  void the_running_step_is_drawn_last_with_its_time_and_what_it_does() {
    LiveView view = view(72, false);
    view.ahead(
        List.of("backup", "quiesce", "snapshot", "record", "pull", "migrate", "trial", "rebuild"));
    view.phaseChanged(done("preflight", 0.8, "on master"));
    view.phaseChanged(running("prepare"));
    view.doing("building django: step 4 of 12, and that is a long story");
    clock.pass(Duration.ofSeconds(12));
    view.tick();

    assertThat(screen())
        .containsExactly(
            "✓ preflight      done      0.8 s         on master",
            "⠙ prepare        running   12 s          building django: step 4 of 12,…",
            "  then backup, quiesce, snapshot, record, pull, migrate, trial, rebuild",
            "");
  }

  @Test
  void what_has_ended_stays_and_nothing_else_does() {
    LiveView view = view(100, false);
    view.phaseChanged(running("prepare"));
    view.tick();
    view.phaseChanged(done("prepare", 36.1, "2 images built"));
    view.phaseChanged(skipped("quiesce", "not reached"));
    view.phaseChanged(skipped("snapshot", "not reached"));
    view.phaseChanged(running("record"));
    view.tick();
    view.close();
    view.tick();

    assertThat(screen())
        .containsExactly(
            "✓ prepare        done      36 s          2 images built",
            "– 2 phases       skipped                 not reached",
            "");
  }

  @Test
  void the_echo_of_a_key_leaves_no_trace() {
    LiveView view = view(100, false);
    view.phaseChanged(running("prepare"));
    write("^C");
    view.close();

    assertThat(screen()).containsExactly("");
  }

  @Test
  void the_way_back_has_a_heading() {
    LiveView view = view(100, false);
    view.undoChanged(running("undo-migrate"));
    view.undoChanged(done("undo-migrate", 0.1, "guestbook is back"));
    view.close();

    assertThat(screen())
        .containsExactly(
            "The way back", "✓ undo-migrate   done      0.1 s         guestbook is back", "");
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    LiveView view = view(60, false);
    view.phaseChanged(done("preflight", 0.8, "word ".repeat(50)));
    view.phaseChanged(running("prepare"));
    view.doing("word ".repeat(50));
    view.workerAway(Duration.ofSeconds(15));
    view.tick();

    assertThat(screen()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void an_absent_worker_is_shown_until_something_happens() {
    LiveView view = view(100, false);
    view.phaseChanged(running("finish"));
    view.workerAway(Duration.ofSeconds(15));
    view.tick();
    assertThat(screen()).anyMatch(line -> line.contains("! no worker has answered for 15 s"));

    view.doing("pruning");
    view.tick();
    assertThat(screen()).noneMatch(line -> line.contains("no worker"));
  }

  @Test
  void a_question_shows_the_commands_that_answer_it() {
    LiveView view = view(100, false);
    view.waiting(Facts.waiting());

    assertThat(screen())
        .containsExactly(
            "? undo-migrate failed, a decision is needed",
            "    safe-update decide " + Facts.ID + " retry",
            "    safe-update decide " + Facts.ID + " abandon",
            "");
  }

  @Test
  void colours_are_left_out_when_they_are_not_wanted() {
    LiveView plain = view(100, false);
    plain.phaseChanged(done("preflight", 0.8, "on master"));
    assertThat(bytes.toString(UTF_8)).doesNotContain("\u001b[32m");

    LiveView coloured = view(100, true);
    coloured.phaseChanged(done("preflight", 0.8, "on master"));
    assertThat(bytes.toString(UTF_8)).contains("\u001b[32m✓\u001b[0m preflight");
  }

  private LiveView view(int columns, boolean colours) {
    Screen screen =
        new Screen() {
          @Override
          public boolean isTerminal() {
            return true;
          }

          @Override
          public int columns() {
            return columns;
          }
        };
    Sheet sheet = new Sheet(new PrintStream(bytes, true, UTF_8), screen, colours);
    return new LiveView(sheet, clock, new Question(Facts.ID, new Commands(Optional.empty())));
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
  }

  private List<String> screen() {
    return TinyTerminal.show(bytes.toString(UTF_8));
  }
}
