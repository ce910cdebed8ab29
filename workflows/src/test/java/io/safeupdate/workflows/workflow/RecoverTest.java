package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operation was terminated; its way back is finished from what the host knows of it. */
class RecoverTest {
  private static final Unfinished MIGRATING = Answers.unfinished(Phase.MIGRATE, false);

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource
  void undoes_what_the_update_itself_would_have_undone(WayBack reached) {
    bench.host.fails(reached.activity, FailureType.PRECONDITION_FAILED);
    bench.start().ending();
    List<String> ownWayBack = bench.host.callsAfter(reached.activity);
    givenLeft(Answers.unfinished(Phase.valueOf(reached.name()), false));

    bench.recover().result();

    List<String> undos = bench.host.callsAfter("FindUnfinished");
    assertThat(undos.subList(0, undos.size() - 1)).isEqualTo(ownWayBack);
  }

  @Test
  void the_undos_bear_the_id_of_the_operation_that_they_undo() {
    givenLeft(MIGRATING);

    bench.recover().result();

    assertThat(bench.host.stepsOf("RestoreDatabaseBefore"))
        .containsExactly(
            new Step(
                MIGRATING.workflowId(),
                MIGRATING.operation(),
                Bench.DEPLOYMENT,
                "undo-migrate",
                1));
  }

  @Test
  void the_lock_that_the_operation_held_is_given_back_at_the_end() {
    givenLeft(MIGRATING);

    bench.recover().result();

    assertThat(bench.host.stepsOf("Close"))
        .extracting(Step::operation)
        .first()
        .isEqualTo(MIGRATING.operation());
  }

  @Test
  void ends_rolled_back_with_what_the_operation_was_about() {
    givenLeft(MIGRATING);

    OperationResult result = bench.recover().result();

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(result.from()).contains(Answers.OLD);
    assertThat(result.restorePoint()).isEqualTo(MIGRATING.restorePoint());
    assertThat(result.rollback().orElseThrow())
        .extracting(PhaseReport::name)
        .containsExactly(
            "undo-migrate",
            "undo-pull",
            "undo-snapshot",
            "undo-quiesce",
            "start-old",
            "undo-prepare",
            "release");
  }

  @Test
  void what_was_left_is_looked_at_before_anything_is_undone() {
    givenLeft(MIGRATING);

    OperationResult result = bench.recover().result();

    assertThat(bench.host.allCalls())
        .containsSubsequence(FakeHost.EVIDENCE, "RestoreDatabaseBefore");
    assertThat(bench.host.stepsOf(FakeHost.EVIDENCE))
        .extracting(Step::operation, Step::name)
        .containsExactly(tuple(MIGRATING.operation(), "evidence-migrate"));
    assertThat(result.notes()).anyMatch(note -> note.endsWith(Answers.FOLDER));
  }

  @Test
  void an_update_that_was_verified_stands() {
    givenLeft(Answers.unfinished(Phase.FINISH, true));

    OperationResult result = bench.recover().result();

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(bench.host.callsAfter("FindUnfinished")).containsExactly("Finish", "Close", "Close");
  }

  @Test
  void there_may_be_nothing_to_recover() {
    OperationResult result = bench.recover().result();

    assertThat(result.outcome()).isEqualTo(Outcome.ALREADY_CURRENT);
    assertThat(bench.host.callsAfter("FindUnfinished")).containsExactly("Close");
  }

  @Test
  void an_operation_that_is_open_is_left_alone() {
    bench.host.fails("FindUnfinished", FailureType.DEPLOYMENT_BUSY);

    OperationResult result = bench.recover().failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("FindUnfinished")).containsExactly("Close");
  }

  @Test
  void an_undo_that_fails_waits_for_a_person() {
    givenLeft(MIGRATING);
    bench.host.fails("PullBack", FailureType.CHECKOUT_UNUSABLE);

    Operation operation = bench.recover();
    operation.awaitQuestion();
    operation.sleep(Duration.ofDays(3));

    assertThat(bench.host.callsAfter("PullBack")).isEmpty();
    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("NEEDS_ATTENTION");
  }

  @Test
  void a_retry_goes_on_with_it() {
    givenLeft(MIGRATING);
    bench.host.fails("PullBack", FailureType.CHECKOUT_UNUSABLE);
    Operation operation = bench.recover();
    operation.awaitQuestion();
    bench.host.answers("PullBack", "the files are back");

    operation.decide(Choice.RETRY);

    assertThat(operation.result().outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void abandoned_again_the_lock_is_kept() {
    givenLeft(MIGRATING);
    bench.host.fails("PullBack", FailureType.CHECKOUT_UNUSABLE);
    Operation operation = bench.recover();
    operation.awaitQuestion();

    operation.decide(Choice.ABANDON);

    assertThat(operation.failure().getType()).isEqualTo("NEEDS_ATTENTION");
    assertThat(bench.host.stepsOf("Close"))
        .extracting(Step::operation)
        .doesNotContain(MIGRATING.operation());
  }

  @Test
  void a_cancel_changes_nothing_once_it_has_begun() {
    givenLeft(MIGRATING);
    Gate gate = bench.host.holds("PullBack");
    Operation operation = bench.recover();
    gate.awaitEntered();

    operation.cancel();
    gate.open();
    operation.ending();

    assertThat(bench.host.calls()).contains("StartOldVersion", "DropPrepared");
    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("ROLLED_BACK");
  }

  private void givenLeft(Unfinished operation) {
    bench.host.answers("FindUnfinished", Optional.of(operation));
  }
}
