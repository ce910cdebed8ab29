package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.Waiting;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of the way back fails: it is retried, then a person is asked, and nothing goes on. */
class FailingUndoTest {
  private static final FailureType WHY = FailureType.DATABASE_FAILED;

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RemoveNewContainers",
        "TagBack",
        "RemoveTrial",
        "RestoreDatabaseBefore",
        "PullBack",
        "Resume",
        "StartOldVersion"
      })
  void nothing_old_or_new_is_touched_while_a_person_is_awaited(String undo) {
    Operation operation = getsStuckIn(undo);

    operation.sleep(Duration.ofDays(7));

    assertThat(bench.host.callsAfter(undo)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RemoveNewContainers",
        "TagBack",
        "RemoveTrial",
        "RestoreDatabaseBefore",
        "PullBack",
        "Resume",
        "StartOldVersion"
      })
  void a_retry_that_succeeds_finishes_the_way_back(String undo) {
    Operation operation = getsStuckIn(undo);
    bench.host.does(undo, Answers.all().get(undo));

    operation.decide(Choice.RETRY);
    operation.ending();

    List<String> wayBack = WayBack.VERIFY.undosAndClose();
    assertThat(bench.host.callsAfter(undo))
        .isEqualTo(wayBack.subList(wayBack.indexOf(undo) + 1, wayBack.size()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RemoveNewContainers",
        "TagBack",
        "RemoveTrial",
        "RestoreDatabaseBefore",
        "PullBack",
        "Resume",
        "StartOldVersion"
      })
  void an_abandoned_way_back_runs_no_further_undo(String undo) {
    Operation operation = getsStuckIn(undo);

    operation.decide(Choice.ABANDON);
    operation.ending();

    assertThat(bench.host.callsAfter(undo)).containsExactly("Close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DropSnapshot", "DropPrepared"})
  void what_only_takes_room_does_not_keep_the_old_version_down(String cleanUp) {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails(cleanUp, WHY);

    OperationResult result = bench.start().failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.calls()).containsSubsequence("StartOldVersion", "Close");
    assertThat(result.notes())
        .anyMatch(note -> note.endsWith(" left something: " + FakeHost.message(cleanUp)));
  }

  @Test
  void it_is_tried_four_times_before_a_person_is_asked() {
    getsStuckIn("RestoreDatabaseBefore");

    assertThat(Collections.frequency(bench.host.calls(), "RestoreDatabaseBefore")).isEqualTo(4);
  }

  @Test
  void one_that_fails_three_times_asks_nobody() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails("RestoreDatabaseBefore", WHY, 3);

    assertThat(bench.start().failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void the_run_is_open_and_says_that_it_needs_attention() {
    Operation operation = getsStuckIn("RestoreDatabaseBefore");

    assertThat(operation.progress().outcome()).contains(Outcome.NEEDS_ATTENTION);
    assertThat(operation.stub().describe().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
  }

  @Test
  void lists_of_runs_show_that_it_needs_attention() {
    Operation operation = getsStuckIn("RestoreDatabaseBefore");

    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("NEEDS_ATTENTION");
  }

  @Test
  void the_question_says_what_failed_why_and_what_may_be_decided() {
    Operation operation = getsStuckIn("RestoreDatabaseBefore");

    assertThat(operation.progress().waiting())
        .contains(
            new Waiting(
                "undo-migrate",
                FakeHost.message("RestoreDatabaseBefore"),
                List.of(Choice.RETRY, Choice.ABANDON),
                Optional.empty()));
  }

  @Test
  void the_row_of_the_undo_waits() {
    OperationProgress progress = getsStuckIn("RestoreDatabaseBefore").progress();

    assertThat(progress.rollback().orElseThrow())
        .last()
        .returns("undo-migrate", PhaseReport::name)
        .returns(PhaseStatus.WAITING, PhaseReport::status);
  }

  @Test
  void after_a_decision_lists_of_runs_no_longer_show_that_it_needs_attention() {
    Operation operation = getsStuckIn("PullBack");
    Gate gate = bench.host.holds("PullBack");

    operation.decide(Choice.RETRY);
    gate.awaitEntered();

    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isNull();
  }

  @Test
  void a_retry_is_a_new_round_of_the_step() {
    Operation operation = getsStuckIn("PullBack");
    bench.host.answers("PullBack", "the files are back");

    operation.decide(Choice.RETRY);
    operation.ending();

    assertThat(bench.host.stepsOf("PullBack"))
        .extracting(Step::round)
        .containsExactly(1, 1, 1, 1, 2);
  }

  @Test
  void a_retry_that_fails_again_asks_again() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.RETRY);
    operation.awaitQuestion();

    assertThat(Collections.frequency(bench.host.calls(), "PullBack")).isEqualTo(8);
  }

  @Test
  void a_way_back_finished_by_a_person_ends_as_rolled_back() {
    Operation operation = getsStuckIn("PullBack");
    bench.host.answers("PullBack", "the files are back");

    operation.decide(Choice.RETRY);

    assertThat(operation.failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void an_abandoned_way_back_ends_as_needing_attention() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.ABANDON);

    assertThat(operation.failure().getType()).isEqualTo("NEEDS_ATTENTION");
  }

  @Test
  void an_abandoned_way_back_tells_both_failures() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.ABANDON);

    assertThat(operation.failure().getOriginalMessage())
        .contains("verify: " + FakeHost.message("Verify"))
        .contains("undo-pull: " + FakeHost.message("PullBack"));
  }

  @Test
  void the_document_shows_where_an_abandoned_way_back_stopped() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.ABANDON);

    OperationResult result = operation.failedResult();
    assertThat(result.rollback().orElseThrow())
        .last()
        .returns("undo-pull", PhaseReport::name)
        .returns(PhaseStatus.FAILED, PhaseReport::status);
  }

  @Test
  void the_document_tells_who_decided_what_and_why() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.ABANDON);

    assertThat(operation.failedResult().notes())
        .contains("ada decided: abandon (the disk has room again)");
  }

  @Test
  void the_original_failure_stays_the_cause() {
    Operation operation = getsStuckIn("PullBack");

    operation.decide(Choice.ABANDON);

    assertThat(operation.failure().getCause().getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getOriginalMessage()).isEqualTo(FakeHost.message("Verify")));
  }

  private Operation getsStuckIn(String undo) {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails(undo, WHY);
    Operation operation = bench.start();
    operation.awaitQuestion();
    return operation;
  }
}
