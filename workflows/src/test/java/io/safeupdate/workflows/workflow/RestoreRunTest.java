package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backup takes the database's place. */
class RestoreRunTest {
  private static final RestoreRequest RESTORE = new RestoreRequest(Bench.DEPLOYMENT, "a.sql.gz");

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void writers_stop_only_once_the_backup_is_restored_beside() {
    bench.start(RESTORE).result();

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "Begin",
            "RestoreBeside",
            "Quiesce",
            "SwapIn",
            "Resume",
            "VerifyHealth",
            "CountReplaced",
            "Finish",
            "Close");
  }

  @Test
  void a_backup_that_does_not_restore_touched_nothing() {
    bench.host.fails("RestoreBeside", FailureType.BACKUP_INVALID);

    assertThat(bench.start(RESTORE).failedResult().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("RestoreBeside")).containsExactly("DropRestored", "Close");
  }

  @Test
  void an_unhealthy_application_gets_its_old_database_back_with_its_writers_stopped() {
    bench.host.fails("VerifyHealth", FailureType.UNHEALTHY);

    assertThat(bench.start(RESTORE).failedResult().outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.callsAfter("VerifyHealth"))
        .containsExactly(
            "Quiesce", "SwapBack", "Resume", "StartOldVersion", "DropRestored", "Close");
  }

  @Test
  void a_swap_that_cannot_be_undone_waits_for_a_person() {
    bench.host.fails("VerifyHealth", FailureType.UNHEALTHY);
    bench.host.fails("SwapBack", FailureType.DATABASE_FAILED);
    Operation operation = bench.start(RESTORE);

    assertThat(operation.awaitQuestion().outcome()).contains(Outcome.NEEDS_ATTENTION);
    operation.decide(Choice.ABANDON);
    assertThat(operation.failedResult().outcome()).isEqualTo(Outcome.NEEDS_ATTENTION);
  }

  @Test
  void what_was_terminated_after_the_swap_is_undone_in_the_order_in_which_it_began() {
    bench.host.answers(
        "FindUnfinished",
        Optional.of(
            Answers.unfinished(
                List.of(Phase.PREFLIGHT, Phase.RESTORE, Phase.QUIESCE, Phase.SWAP))));

    bench.recover().result();

    assertThat(bench.host.callsAfter("FindUnfinished"))
        .startsWith("SwapBack", "Resume", "StartOldVersion", "DropRestored");
  }

  @Test
  void an_input_without_a_backup_is_refused_with_an_example() {
    Operation operation = bench.operation("RestoreDatabase", Bench.ID);
    operation.stub().start(java.util.Map.of("deployment", "production"));

    ApplicationFailure failure = operation.failure();
    assertThat(failure.getOriginalMessage())
        .contains("names no backup", "{\"deployment\": \"production\", \"backup\": \"");
  }
}
