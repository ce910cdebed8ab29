package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cancel brings the old version back, whenever it comes; from the way back and from a finished
 * update it is too late. Temporal calls every run that was asked to cancel cancelled, however it
 * ends; the outcome says how it did.
 */
class CancelTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource
  void undoes_all_that_was_begun(WayBack phase) {
    cancelsIn(phase).ending();

    assertThat(bench.host.callsAfter(phase.activity)).isEqualTo(phase.undosAndClose());
  }

  @ParameterizedTest
  @EnumSource
  void the_outcome_is_cancelled(WayBack phase) {
    cancelsIn(phase).ending();

    assertThat(bench.host.closedWith().outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void the_run_ends_as_cancelled(WayBack phase) {
    assertThat(cancelsIn(phase).status())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
  }

  @Test
  void the_phase_that_ran_shows_as_cancelled() {
    cancelsIn(WayBack.BACKUP).ending();

    assertThat(bench.host.closedWith().phases())
        .filteredOn(row -> row.name().equals("backup"))
        .extracting(PhaseReport::status)
        .containsExactly(PhaseStatus.CANCELLED);
  }

  @Test
  void who_cancelled_and_why_is_told() {
    Gate gate = bench.host.holds("Backup");
    Operation operation = bench.start();
    gate.awaitEntered();

    operation.stub().cancel("wrong release (ada)");
    operation.ending();

    assertThat(bench.host.closedWith().notes()).contains("cancelled: wrong release (ada)");
  }

  @Test
  void before_anything_ran_nothing_is_undone() {
    Gate gate = bench.host.holds("LoadPolicy");
    Operation operation = bench.start();
    gate.awaitEntered();

    operation.cancel();
    operation.ending();

    assertThat(bench.host.calls()).containsExactly("LoadPolicy", "Close");
  }

  @Test
  void a_step_that_cannot_be_stopped_is_let_finish_and_then_undone() {
    Gate gate = bench.host.holdsStubbornly("Migrate");
    Operation operation = bench.start();
    gate.awaitEntered();
    operation.cancel();
    operation.awaitEvent(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
    gate.open();

    operation.ending();

    assertThat(bench.host.callsAfter("Migrate")).isEqualTo(WayBack.TRIAL.undosAndClose());
  }

  @Test
  void while_rolling_back_it_changes_nothing_of_the_way_back() {
    cancelsWhileRollingBack().ending();

    assertThat(bench.host.callsAfter("Verify")).isEqualTo(WayBack.VERIFY.undosAndClose());
  }

  @Test
  void while_rolling_back_the_outcome_stays_rolled_back() {
    Operation operation = cancelsWhileRollingBack();
    operation.ending();

    assertThat(operation.progress().outcome()).contains(Outcome.ROLLED_BACK);
  }

  @Test
  void while_cleaning_up_the_update_stands() {
    Operation operation = cancelsWhileCleaningUp();
    operation.ending();

    assertThat(operation.progress().outcome()).contains(Outcome.UPDATED);
  }

  @Test
  void while_cleaning_up_nothing_is_undone() {
    cancelsWhileCleaningUp().ending();

    assertThat(bench.host.callsAfter("Finish")).containsExactly("Close");
  }

  @Test
  void while_a_person_is_asked_about_the_way_back_it_decides_nothing() {
    Operation operation = cancelsWhileStuck();

    operation.sleep(Duration.ofDays(1));

    assertThat(operation.progress().waiting()).isPresent();
  }

  @Test
  void a_way_back_abandoned_after_a_cancel_needs_attention_all_the_same() {
    Operation operation = cancelsWhileStuck();

    operation.decide(Choice.ABANDON);
    operation.ending();

    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("NEEDS_ATTENTION");
  }

  private Operation cancelsIn(WayBack phase) {
    Gate gate = bench.host.holds(phase.activity);
    Operation operation = bench.start();
    gate.awaitEntered();
    operation.cancel();
    return operation;
  }

  private Operation cancelsWhileRollingBack() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    return cancelsWhile("PullBack");
  }

  private Operation cancelsWhileCleaningUp() {
    return cancelsWhile("Finish");
  }

  private Operation cancelsWhile(String activity) {
    Gate gate = bench.host.holds(activity);
    Operation operation = bench.start();
    gate.awaitEntered();
    operation.cancel();
    gate.open();
    return operation;
  }

  private Operation cancelsWhileStuck() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails("PullBack", FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.awaitQuestion();
    operation.cancel();
    return operation;
  }
}
