package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How often a step is tried is the failure type's business. */
class AttemptsTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WORKER_STOPPING")
  void a_step_is_attempted_as_often_as_its_failure_allows(FailureType type) {
    bench.host.fails("Pull", type);

    bench.start().ending();

    assertThat(Collections.frequency(bench.host.calls(), "Pull")).isEqualTo(type.attempts());
  }

  @Test
  void a_type_whose_attempts_are_used_up_is_told_as_it_is() {
    bench.host.fails("Pull", FailureType.REMOTE_UNAVAILABLE);

    assertThat(bench.start().failedResult().failure())
        .hasValueSatisfying(failure -> assertThat(failure.type()).isEqualTo("RemoteUnavailable"));
  }

  @Test
  void a_worker_that_restarts_again_and_again_does_not_bring_the_update_back() {
    bench.host.fails("Migrate", FailureType.WORKER_STOPPING, 50);

    assertThat(bench.start().result().outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void every_attempt_finds_its_traces_under_the_same_key() {
    bench.host.fails("Migrate", FailureType.ENGINE_UNAVAILABLE, 3);

    bench.start().result();

    assertThat(bench.host.stepsOf("Migrate").stream().map(Step::key).distinct()).hasSize(1);
  }

  @Test
  void the_key_names_workflow_run_and_step() {
    Operation operation = bench.start();
    operation.result();

    assertThat(bench.host.stepsOf("Migrate").get(0).key())
        .isEqualTo(Bench.ID + "/" + operation.stub().getExecution().getRunId() + "/migrate-1");
  }

  @Test
  void an_undo_has_a_key_of_its_own() {
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);

    bench.start().ending();

    assertThat(bench.host.stepsOf("RestoreDatabaseBefore"))
        .extracting(Step::name)
        .containsExactly("undo-migrate");
  }
}
