package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of another deployment's database takes the place of this one's. */
class CopyRunTest {
  private static final String SOURCE = "live";
  private static final String SOURCE_ID = OperationId.workflowId("local", SOURCE);
  private static final CopyRequest COPY =
      new CopyRequest(SOURCE, Bench.DEPLOYMENT, Optional.empty());

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void the_copy_waits_beside_until_all_is_ready_and_is_migrated_before_anything_starts_on_it() {
    bench.start(COPY).result();

    assertThat(bench.host.callsAfter("MakeBackup"))
        .endsWith(
            "Transfer",
            "RestoreCopy",
            "AfterCopy",
            "Quiesce",
            "SwapIn",
            "MigrateCopy",
            "Resume",
            "VerifyHealth",
            "Finish",
            "Close");
  }

  @Test
  void the_backup_is_an_operation_of_the_deployment_that_is_copied() {
    OperationResult result = bench.start(COPY).result();

    assertThat(bench.host.stepsOf("MakeBackup"))
        .extracting(Step::deployment, Step::workflowId)
        .containsExactly(org.assertj.core.api.Assertions.tuple(SOURCE, SOURCE_ID));
    assertThat(bench.host.stepsOf("Transfer"))
        .extracting(Step::deployment)
        .containsExactly(Bench.DEPLOYMENT);
    assertThat(result.made()).contains("made by MakeBackup");
  }

  @Test
  void a_backup_that_is_there_is_copied_without_touching_its_deployment() {
    bench.start(new CopyRequest(SOURCE, Bench.DEPLOYMENT, Optional.of("a.sql.gz"))).result();

    assertThat(bench.host.calls())
        .startsWith("LoadPolicy", "BeginCopy", "Transfer")
        .doesNotContain("MakeBackup");
  }

  @Test
  void a_deployment_that_takes_no_copies_has_none_made() {
    bench.host.fails("BeginCopy", FailureType.CONFIG_INVALID);

    assertThat(bench.start(COPY).failedResult().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.calls()).containsExactly("LoadPolicy", "BeginCopy", "Close");
  }

  @Test
  void a_busy_deployment_is_not_waited_for() {
    Gate gate = bench.host.holds("MakeBackup");
    Operation open = bench.operation("BackupDatabase", SOURCE_ID);
    open.stub().start(new BackupRequest(SOURCE, Optional.empty()));

    OperationResult result = bench.start(COPY).failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(result.failure().orElseThrow().type()).isEqualTo(FailureType.DEPLOYMENT_BUSY.type());
    assertThat(bench.host.calls()).doesNotContain("Transfer");
    gate.open();
  }

  @Test
  void a_backup_that_fails_says_why_and_touched_nothing() {
    bench.host.fails("MakeBackup", FailureType.BACKUP_INVALID);

    OperationResult result = bench.start(COPY).failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(result.failure().orElseThrow().type()).isEqualTo(FailureType.BACKUP_INVALID.type());
    assertThat(result.failure().orElseThrow().message())
        .contains("backup of live", FakeHost.message("MakeBackup"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Transfer     | REJECTED    | RemoveTransferred Close",
        "RestoreCopy  | REJECTED    | DropRestored RemoveTransferred Close",
        "AfterCopy    | REJECTED    | DropRestored RemoveTransferred Close",
        "Quiesce      | ROLLED_BACK | Resume StartOldVersion DropRestored RemoveTransferred Close",
        "SwapIn       | ROLLED_BACK"
            + " | SwapBack Resume StartOldVersion DropRestored RemoveTransferred Close",
        "MigrateCopy  | ROLLED_BACK"
            + " | RestoreDatabaseBefore SwapBack Resume StartOldVersion DropRestored"
            + " RemoveTransferred Close",
        "VerifyHealth | ROLLED_BACK"
            + " | Quiesce RestoreDatabaseBefore SwapBack Resume StartOldVersion DropRestored"
            + " RemoveTransferred Close",
      })
  void what_fails_is_undone_last_in_first_out(String step, Outcome outcome, String undos) {
    bench.host.fails(step, FailureType.PRECONDITION_FAILED);

    OperationResult result = bench.start(COPY).failedResult();

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(bench.host.callsAfter(step)).containsExactly(undos.split(" "));
  }

  @Test
  void what_was_terminated_while_it_migrated_is_undone_in_the_same_order() {
    bench.host.answers(
        "FindUnfinished",
        Optional.of(
            Answers.unfinished(
                List.of(
                    Phase.PREFLIGHT,
                    Phase.TRANSFER,
                    Phase.RESTORE,
                    Phase.AFTER_COPY,
                    Phase.QUIESCE,
                    Phase.SWAP,
                    Phase.MIGRATE))));

    bench.recover().result();

    assertThat(bench.host.callsAfter("FindUnfinished"))
        .startsWith(
            "RestoreDatabaseBefore",
            "SwapBack",
            "Resume",
            "StartOldVersion",
            "DropRestored",
            "RemoveTransferred");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "../etc", ""})
  void a_source_that_cannot_be_is_refused_with_an_example(String from) {
    Operation operation = bench.operation("CopyDatabase", Bench.ID);
    operation.stub().start(Map.of("from", from, "to", Bench.DEPLOYMENT));

    assertThat(operation.failure().getOriginalMessage())
        .contains("{\"from\": \"production\", \"to\": \"staging\"}");
    assertThat(bench.host.calls()).isEmpty();
  }

  @Test
  void an_input_without_a_source_is_refused_with_an_example() {
    Operation operation = bench.operation("CopyDatabase", Bench.ID);
    operation.stub().start(Map.of("to", Bench.DEPLOYMENT));

    assertThat(operation.failure().getOriginalMessage())
        .contains("names no deployment to copy from", "\"to\": \"staging\"");
  }
}
