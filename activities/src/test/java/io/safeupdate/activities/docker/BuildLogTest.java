package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildLogTest {
  private final List<String> reported = new ArrayList<>();
  private final BuildLog log = new BuildLog(reported::add);

  @Test
  void reports_the_step_that_is_at_work() {
    read("#7 [django 3/7] RUN pip install -r requirements.txt", "#7 0.346 Collecting Django");
    log.tick();
    read("#9 [flower 2/4] COPY . /app", "#7 ...");
    log.tick();
    read("#9 DONE 0.1s");
    log.tick();

    assertThat(reported)
        .containsExactly(
            "#7 [django 3/7] RUN pip install -r requirements.txt",
            "#7 [django 3/7] RUN pip install -r requirements.txt",
            "#9 [flower 2/4] COPY . /app");
  }

  @Test
  void shortens_a_step_that_is_a_whole_script() {
    read("#7 [django 3/7] RUN " + "x".repeat(500));

    assertThat(log.current()).hasSizeLessThan(140).endsWith("…");
  }

  @Test
  void tells_the_last_lines_of_the_failing_step_alone() {
    read(
        "#7 [django 3/7] RUN pip install",
        "#9 [flower 2/4] RUN make",
        "#7 0.346 Collecting Django",
        "#9 0.400 compiling",
        "#7 0.512 ERROR: No matching distribution found for Djagno",
        "#9 CANCELED",
        "#7 ERROR: process \"/bin/sh -c pip install\" did not complete successfully: exit code: 1",
        "------",
        " > [django 3/7] RUN pip install:");

    assertThat(failure("failed to solve"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BUILD_FAILED))
        .hasMessage(
            """
            The build failed at [django 3/7] RUN pip install:
            Collecting Django
            ERROR: No matching distribution found for Djagno
            ERROR: process "/bin/sh -c pip install" did not complete successfully: exit code: 1""");
  }

  @Test
  void knows_a_full_disk_by_what_the_step_printed() {
    read(
        "#7 [django 3/7] RUN pip install",
        "#7 9.1 OSError: [Errno 28] No space left on device",
        "#7 ERROR: exit code: 1");

    assertThat(failure("failed to solve").type()).isEqualTo(FailureType.DISK_FULL);
  }

  @Test
  void calls_a_registry_that_is_away_worth_another_try() {
    read(
        "#3 [django internal] load metadata for docker.io/library/python:3.11",
        "#3 ERROR: failed to do request: dial tcp: lookup registry-1.docker.io: no such host");

    assertThat(failure("failed to solve").type()).isEqualTo(FailureType.REMOTE_UNAVAILABLE);
  }

  @Test
  void does_not_take_a_network_error_inside_a_step_for_a_registry() {
    read("#7 [django 3/7] RUN pip install", "#7 1.0 connection refused", "#7 ERROR: exit code: 1");

    assertThat(failure("failed to solve").type()).isEqualTo(FailureType.BUILD_FAILED);
  }

  @Test
  void tells_what_compose_said_when_no_step_failed() {
    assertThat(failure("failed to read dockerfile: open Dockerfile: no such file or directory"))
        .hasMessageContaining("open Dockerfile: no such file or directory");
  }

  @Test
  void knows_that_the_engine_is_away() {
    assertThat(failure("Cannot connect to the Docker daemon at unix:///x. Is it running?").type())
        .isEqualTo(FailureType.ENGINE_UNAVAILABLE);
  }

  private void read(String... lines) {
    List.of(lines).forEach(log::line);
  }

  private StepFailure failure(String stderr) {
    return log.failure(new CompletedProcess(17, "", stderr, stderr.lines().toList()));
  }
}
