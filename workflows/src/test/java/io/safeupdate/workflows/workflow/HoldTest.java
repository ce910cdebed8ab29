package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.Waiting;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** With {@code onFailure: hold} a failed phase waits for a decision, for a while. */
class HoldTest {
  @RegisterExtension final Bench bench = new Bench();

  @BeforeEach
  void givenAPolicyThatHolds() {
    bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PREFLIGHT", "PREPARE"})
  void nothing_is_undone_while_it_waits(WayBack phase) {
    holdsIn(phase);

    assertThat(bench.host.callsAfter(phase.activity)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PREFLIGHT", "PREPARE"})
  void what_touched_nothing_is_not_held(WayBack phase) {
    bench.host.fails(phase.activity, FailureType.DISK_FULL);

    assertThat(bench.start().failure().getType()).isEqualTo("REJECTED");
  }

  @Test
  void the_question_offers_to_retry_or_roll_back_and_says_until_when() {
    Waiting waiting = holdsIn(WayBack.MIGRATE).progress().waiting().orElseThrow();

    assertThat(waiting.about()).isEqualTo("migrate");
    assertThat(waiting.reason()).isEqualTo(FakeHost.message("Migrate"));
    assertThat(waiting.choices()).containsExactly(Choice.RETRY, Choice.ROLLBACK);
    assertThat(waiting.until()).isPresent();
  }

  @Test
  void the_row_of_the_phase_waits() {
    OperationProgress progress = holdsIn(WayBack.MIGRATE).progress();

    assertThat(row(progress.phases(), "migrate").status()).isEqualTo(PhaseStatus.WAITING);
  }

  @Test
  void it_is_no_outcome_yet_because_it_goes_on_by_itself() {
    assertThat(holdsIn(WayBack.MIGRATE).progress().outcome()).isEmpty();
  }

  @Test
  void a_retry_that_succeeds_updates() {
    OperationResult result = retriesSuccessfully();

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void a_failure_that_a_retry_mended_is_not_told_as_the_end_of_it() {
    OperationResult result = retriesSuccessfully();

    assertThat(result.failure()).isEmpty();
  }

  @Test
  void a_retry_is_a_new_round_of_the_step() {
    retriesSuccessfully();

    assertThat(bench.host.stepsOf("Migrate")).extracting(Step::round).containsExactly(1, 2);
  }

  @Test
  void a_retried_phase_is_undone_once() {
    Operation operation = holdsIn(WayBack.MIGRATE);
    operation.decide(Choice.RETRY);
    operation.awaitQuestion();

    operation.decide(Choice.ROLLBACK);
    operation.ending();

    assertThat(bench.host.callsAfter("Migrate")).isEqualTo(WayBack.MIGRATE.undosAndClose());
  }

  @Test
  void a_retry_that_fails_again_asks_again() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.decide(Choice.RETRY);
    operation.awaitQuestion();

    assertThat(bench.host.stepsOf("Migrate")).hasSize(2);
  }

  @Test
  void a_rollback_decided_ends_as_rolled_back() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.decide(Choice.ROLLBACK);

    assertThat(operation.failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void without_a_decision_it_waits_as_long_as_the_policy_says() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.sleep(Answers.HOLD.minusMinutes(15));

    assertThat(operation.progress().waiting()).isPresent();
  }

  @Test
  void without_a_decision_it_rolls_back_by_itself() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.sleep(Answers.HOLD.plus(Duration.ofMinutes(1)));

    assertThat(operation.failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void a_cancel_while_it_waits_undoes_all() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.cancel();
    operation.ending();

    assertThat(bench.host.callsAfter("Migrate")).isEqualTo(WayBack.MIGRATE.undosAndClose());
  }

  @Test
  void a_cancel_while_it_waits_ends_as_cancelled() {
    Operation operation = holdsIn(WayBack.MIGRATE);

    operation.cancel();

    assertThat(operation.status())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("CANCELLED");
  }

  @Test
  void the_phases_before_the_failed_one_are_not_run_again() {
    retriesSuccessfully();

    assertThat(bench.host.stepsOf("Backup")).hasSize(1);
  }

  private OperationResult retriesSuccessfully() {
    Operation operation = holdsIn(WayBack.MIGRATE);
    bench.host.answers("Migrate", "migrated after all");
    operation.decide(Choice.RETRY);
    return operation.result();
  }

  private Operation holdsIn(WayBack phase) {
    bench.host.fails(phase.activity, FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.awaitQuestion();
    return operation;
  }

  private static PhaseReport row(List<PhaseReport> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
