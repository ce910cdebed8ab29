package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.RollbackRequest;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deployment goes back to a restore point. */
class RollbackRunTest {
  private static final RollbackRequest ROLLBACK =
      RollbackRequest.of(Bench.DEPLOYMENT, Optional.of("20261122-0"));

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void writers_stop_only_once_all_is_made_beside_and_the_new_restore_point_is_taken_then() {
    OperationResult result = bench.start(ROLLBACK).result();

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "BeginRollback",
            "PrepareRollback",
            "Backup",
            "RestoreRecorded",
            "Quiesce",
            "Record",
            "SwapIn",
            "CheckOut",
            "Rebuild",
            "Restart",
            "Verify",
            "CountReplaced",
            "Finish",
            "Close");
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.from()).contains(Answers.NEW);
    assertThat(result.to()).contains(Answers.OLD);
    assertThat(result.restorePoint()).contains("20261122-1");
  }

  @Test
  void the_database_is_not_touched_where_only_the_code_goes_back() {
    bench.host.answers("BeginRollback", Answers.rollback(true, false));
    bench.host.answers("PrepareRollback", Answers.prepared(Strategy.NONE, Migration.NONE));

    OperationResult result = bench.start(ROLLBACK).result();

    assertThat(bench.host.calls())
        .containsSequence(
            "PrepareRollback", "Backup", "Record", "CheckOut", "Rebuild", "Restart", "Verify");
    assertThat(skipped(result)).containsExactlyInAnyOrder("restore", "quiesce", "swap", "resume");
  }

  @Test
  void code_and_images_are_not_touched_where_only_the_database_goes_back() {
    bench.host.answers("BeginRollback", Answers.rollback(false, true));

    OperationResult result = bench.start(ROLLBACK).result();

    assertThat(bench.host.calls())
        .containsSequence(
            "Quiesce", "Record", "SwapIn", "Resume", "VerifyHealth", "CountReplaced", "Finish");
    assertThat(skipped(result)).containsExactlyInAnyOrder("checkout", "rebuild", "restart");
  }

  @Test
  void what_fails_while_the_application_serves_touched_nothing() {
    bench.host.fails("RestoreRecorded", FailureType.RESTORE_UNVERIFIED);

    assertThat(bench.start(ROLLBACK).failedResult().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("RestoreRecorded"))
        .containsExactly("DropRestored", "DropPrepared", "Close");
  }

  @Test
  void a_version_that_is_not_healthy_goes_and_all_comes_back_in_the_opposite_order() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);

    assertThat(bench.start(ROLLBACK).failedResult().outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.callsAfter("Verify"))
        .containsExactly(
            "RemoveNewContainers",
            "TagBack",
            "CheckOutBack",
            "SwapBack",
            "Resume",
            "StartOldVersion",
            "DropRestored",
            "DropPrepared",
            "Close");
  }

  @Test
  void a_checkout_that_does_not_move_gives_the_database_back() {
    bench.host.fails("CheckOut", FailureType.CHECKOUT_UNUSABLE);

    assertThat(bench.start(ROLLBACK).failedResult().outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.callsAfter("CheckOut"))
        .startsWith("CheckOutBack", "SwapBack", "Resume", "StartOldVersion");
  }

  @Test
  void nothing_starts_on_a_database_that_could_not_be_given_back() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails("SwapBack", FailureType.DATABASE_FAILED);
    Operation operation = bench.start(ROLLBACK);

    assertThat(operation.awaitQuestion().outcome()).contains(Outcome.NEEDS_ATTENTION);
    assertThat(bench.host.calls()).doesNotContain("StartOldVersion", "Resume");
    operation.decide(Choice.ABANDON);
    assertThat(operation.failedResult().outcome()).isEqualTo(Outcome.NEEDS_ATTENTION);
  }

  @Test
  void what_was_terminated_is_undone_in_the_order_in_which_it_began() {
    bench.host.answers(
        "FindUnfinished",
        Optional.of(
            Answers.unfinished(
                List.of(
                    Phase.PREFLIGHT,
                    Phase.PREPARE,
                    Phase.BACKUP,
                    Phase.RESTORE,
                    Phase.QUIESCE,
                    Phase.RECORD,
                    Phase.SWAP,
                    Phase.CHECKOUT))));

    bench.recover().result();

    assertThat(bench.host.callsAfter("FindUnfinished"))
        .containsSubsequence(
            "CheckOutBack",
            "SwapBack",
            "Resume",
            "StartOldVersion",
            "DropRestored",
            "DropPrepared");
  }

  @Test
  void an_input_that_excludes_everything_is_refused() {
    Operation operation = bench.operation("Rollback", Bench.ID);
    operation
        .stub()
        .start(Map.of("deployment", "production", "codeOnly", true, "databaseOnly", true));

    ApplicationFailure failure = operation.failure();
    assertThat(failure.getOriginalMessage()).contains("exclude each other", "\"restorePoint\":");
  }

  @Test
  void a_deployment_alone_is_enough_of_an_input() {
    Operation operation = bench.operation("Rollback", Bench.ID);
    operation.stub().start(Map.of("deployment", "production"));

    assertThat(operation.result().outcome()).isEqualTo(Outcome.DONE);
  }

  private static List<String> skipped(OperationResult result) {
    return result.phases().stream()
        .filter(phase -> phase.status() == PhaseStatus.SKIPPED)
        .map(PhaseReport::name)
        .toList();
  }
}
