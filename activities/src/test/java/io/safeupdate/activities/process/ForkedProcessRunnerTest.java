package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ForkedProcessRunnerTest {
  private static final Map<String, String> PATH = Map.of("PATH", System.getenv("PATH"));

  @TempDir Path directory;

  private final ForkedProcessRunner runner = new ForkedProcessRunner(PATH, Duration.ofMillis(300));

  @Test
  void keeps_stdout_and_stderr_apart_and_the_exit_code() {
    CompletedProcess ended = runner.run(shell("echo out; echo err >&2; exit 7"));

    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.succeeded()).isFalse();
    assertThat(ended.stdout()).isEqualTo("out\n");
    assertThat(ended.stderr()).isEqualTo("err\n");
    assertThat(ended.lines()).containsExactlyInAnyOrder("out", "err");
  }

  @Test
  void a_child_is_out_of_reach_of_the_terminals_ctrl_c() {
    String[] pidAndSession =
        runner
            .run(Command.of(directory, "sh", "-c", "cut -d ' ' -f 1,6 /proc/$$/stat"))
            .stdout()
            .strip()
            .split(" ");

    assertThat(pidAndSession[1]).isEqualTo(pidAndSession[0]);
  }

  @Test
  void runs_in_the_given_directory_with_the_given_environment() {
    Command command = shell("pwd -P; echo $GREETING").withEnvironment(Map.of("GREETING", "hello"));

    assertThat(runner.run(command).stdout()).isEqualTo(directory.toAbsolutePath() + "\nhello\n");
  }

  @Test
  void gives_end_of_file_to_a_process_that_has_no_input() {
    assertThat(runner.run(Command.of(directory, "cat")).stdout()).isEmpty();
  }

  @Test
  void gives_a_process_its_input_byte_for_byte() {
    String input = "dollar $HOME, quote \", umlaut ü, no line end";

    assertThat(runner.run(Command.of(directory, "cat").withStdin(input)).stdout()).isEqualTo(input);
  }

  @Test
  void survives_a_process_that_does_not_read_its_input() {
    Command command = Command.of(directory, "true").withStdin("x".repeat(1 << 20));

    assertThat(runner.run(command).succeeded()).isTrue();
  }

  @Test
  void keeps_the_end_of_an_output_that_no_pipe_could_hold() {
    CompletedProcess ended =
        runner.run(shell("head -c 12000000 /dev/zero | tr '\\0' x; echo; echo last; seq 500 >&2"));

    assertThat(ended.stdout()).hasSize(OutputDrain.LONGEST_TEXT).endsWith("x\nlast\n");
    assertThat(ended.stderr()).endsWith("\n500\n");
    assertThat(ended.lines()).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void tells_the_watcher_clean_lines_without_secrets() {
    List<String> told = new CopyOnWriteArrayList<>();
    SecretMask mask = SecretMask.ofEnvironment(Map.of("DB_PASSWORD", "hunter22"));

    runner.run(
        shell("printf '\\033[31mlogin\\033[0m with hunter22\\n50%%\\r100%%\\n'").masking(mask),
        told::add);

    assertThat(told).containsExactly("login with ***", "50%", "100%");
  }

  @Test
  void stops_a_process_and_its_descendants_when_they_take_too_long() throws IOException {
    Command command = shell(tree("sleep 60")).within(Duration.ofSeconds(2));

    assertThatThrownBy(() -> runner.run(command))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.TIMED_OUT))
        .hasMessageContaining("took longer than 2 s and was stopped")
        .hasMessageContaining("busy");
    assertThatDescendantIsGone();
  }

  @Test
  void kills_descendants_that_ignore_the_polite_request() throws IOException {
    Command command =
        shell("trap '' TERM; " + tree("while true; do sleep 1; done"))
            .within(Duration.ofSeconds(2));

    assertThatThrownBy(() -> runner.run(command)).isInstanceOf(StepFailure.class);
    assertThatDescendantIsGone();
  }

  @Test
  void stops_the_process_when_the_watcher_wants_it_and_passes_its_reason_on() throws IOException {
    IllegalStateException reason = new IllegalStateException("the activity was cancelled");

    Throwable thrown =
        catchThrowable(
            () ->
                runner.run(
                    shell(tree("sleep 60")),
                    Watcher.reporting(
                        message -> {
                          throw reason;
                        })));

    assertThat(thrown).isSameAs(reason);
    assertThatDescendantIsGone();
  }

  @Test
  void stops_the_process_when_its_thread_is_interrupted_and_keeps_the_flag() throws IOException {
    Thread caller = Thread.currentThread();

    Throwable thrown =
        catchThrowable(
            () ->
                runner.run(
                    shell(tree("sleep 60")), Watcher.reporting(message -> caller.interrupt())));

    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThatDescendantIsGone();
  }

  @Test
  void does_not_wait_for_a_grandchild_that_keeps_the_pipes_open() {
    CompletedProcess ended = runner.run(shell("sleep 8 & echo done"));

    assertThat(ended.stdout()).isEqualTo("done\n");
  }

  @Test
  void names_the_program_that_is_not_there() {
    assertThatThrownBy(() -> runner.run(Command.of(directory, "no-such-program")))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .hasMessageContaining("Cannot run no-such-program")
        .hasMessageContaining("Install it");
  }

  @Test
  void names_the_directory_that_is_not_there() {
    Path missing = directory.resolve("missing");

    assertThatThrownBy(() -> runner.run(Command.of(missing, "true")))
        .hasMessage("Cannot run true in %s: there is no such directory.", missing);
  }

  private Command shell(String script) {
    return Command.of(directory, "sh", "-c", script);
  }

  /** A shell whose child does the work and leaves its process id in a file. */
  private static String tree(String work) {
    return "sh -c 'echo $$ > pid; echo busy; " + work + "'; true";
  }

  /** A killed orphan stays in the process table until process 1 takes note; it runs no more. */
  private void assertThatDescendantIsGone() throws IOException {
    Path stat = Path.of("/proc", Files.readString(directory.resolve("pid")).strip(), "stat");
    try {
      assertThat(Files.readString(stat)).contains(") Z ");
    } catch (NoSuchFileException gone) {
      assertThat(stat).doesNotExist();
    }
  }
}
