package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir Path state;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void what_a_killed_worker_left_running_is_ended() throws Exception {
    Process left = given(new Orphans(state), "sleep", "300");

    assertThat(new Orphans(state).end()).isEqualTo(1);

    assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void so_are_its_children_whose_parent_has_ended() throws Exception {
    Process parent = given(new Orphans(state), "sh", "-c", "sleep 300 & echo $!; exec sleep 300");
    long child = Long.parseLong(parent.inputReader().readLine());
    parent.destroyForcibly().waitFor();

    new Orphans(state).end();

    assertThat(ProcessHandle.of(child).filter(OrphansTest::runs)).isEmpty();
  }

  @Test
  void those_of_another_state_directory_are_not() throws IOException {
    Process other = given(new Orphans(state.resolve("other")), "sleep", "300");

    assertThat(new Orphans(state).end()).isZero();

    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void children_keep_the_mark() {
    Map<String, String> marked = new Orphans(state).marked(Map.of("PATH", "/bin", "SECRET", "x"));

    assertThat(CleanEnvironment.of(marked)).containsOnlyKeys("PATH", "SAFE_UPDATE_STATE_DIRECTORY");
  }

  /** A zombie has no command line any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private Process given(Orphans family, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(family.marked(Map.of()));
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
