package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates that began under earlier versions of the code can go on under this one. */
class ReplayTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @MethodSource("histories")
  void goes_the_way_it_went(Path history) throws IOException {
    String json = Files.readString(history);
    String workflowId = history.endsWith("delegated.json") ? "typed-by-hand" : Bench.ID;

    assertThatCode(() -> replay(json, workflowId)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void every_scenario_has_a_history(Scenario scenario) {
    assertThat(getClass().getResource("/" + scenario.resource())).isNotNull();
  }

  @Test
  void a_history_that_went_another_way_is_noticed() throws IOException {
    String json = text(Scenario.UPDATED_WITH_SNAPSHOT).replace("\"Quiesce\"", "\"Snapshot\"");

    assertThatThrownBy(() -> replay(json, Bench.ID))
        .hasStackTraceContaining("NonDeterministicException");
  }

  static Stream<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/history"))) {
      return files.sorted().toList().stream();
    }
  }

  /** A history does not hold its workflow id, by which a run knows whether it delegates. */
  private void replay(String json, String workflowId) throws Exception {
    WorkflowReplayer.replayWorkflowExecution(
        WorkflowExecutionHistory.fromJson(json, workflowId), bench.worker());
  }

  private String text(Scenario scenario) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("/" + scenario.resource())) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
