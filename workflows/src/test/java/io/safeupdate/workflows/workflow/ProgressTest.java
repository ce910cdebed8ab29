package io.safeupdate.workflows.workflow;

import static io.safeupdate.workflows.contract.PhaseStatus.DONE;
import static io.safeupdate.workflows.contract.PhaseStatus.FAILED;
import static io.safeupdate.workflows.contract.PhaseStatus.PENDING;
import static io.safeupdate.workflows.contract.PhaseStatus.RUNNING;
import static io.safeupdate.workflows.contract.PhaseStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Strategy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are shown of the phases. */
class ProgressTest {
  private static final Set<Phase> PHASES = EnumSet.range(Phase.PREFLIGHT, Phase.FINISH);

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void all_phases_have_a_row_in_their_order_from_the_start() {
    assertThat(progressIn("Preflight").phases())
        .extracting(PhaseReport::name)
        .isEqualTo(PHASES.stream().map(Phase::label).toList());
  }

  @Test
  void while_a_phase_runs_those_before_are_done_and_those_after_pending() {
    assertThat(progressIn("Snapshot").phases())
        .extracting(PhaseReport::status)
        .containsExactly(
            DONE, DONE, DONE, DONE, RUNNING, PENDING, PENDING, PENDING, PENDING, PENDING, PENDING,
            PENDING, PENDING);
  }

  @Test
  void a_running_phase_has_a_start_and_no_duration_yet() {
    PhaseReport row = row(progressIn("Snapshot").phases(), "snapshot");

    assertThat(row.startedAt()).isPresent();
    assertThat(row.seconds()).isEmpty();
  }

  @Test
  void a_done_phase_has_a_duration_and_says_what_it_did() {
    PhaseReport row = row(progressIn("Snapshot").phases(), "backup");

    assertThat(row.seconds()).isPresent();
    assertThat(row.summary()).contains("Backup went well");
  }

  @Test
  void a_pending_phase_has_nothing_to_tell() {
    assertThat(row(progressIn("Snapshot").phases(), "verify"))
        .isEqualTo(
            new PhaseReport(
                "verify", PENDING, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void the_way_back_is_empty_while_there_is_none() {
    assertThat(progressIn("Snapshot").rollback()).isEmpty();
  }

  @Test
  void in_an_update_every_row_is_done() {
    assertThat(bench.start().result().phases()).extracting(PhaseReport::status).containsOnly(DONE);
  }

  @Test
  void what_is_not_needed_is_skipped_with_the_reason() {
    bench.host.answers("Prepare", Answers.prepared(Strategy.NONE));

    OperationResult result = bench.start().result();

    assertThat(rows(result.phases(), SKIPPED)).containsExactly("quiesce", "snapshot", "migrate");
    assertThat(row(result.phases(), "snapshot").summary()).contains("strategy none needs no copy");
  }

  @Test
  void when_there_is_nothing_to_update_all_but_preflight_is_skipped() {
    bench.host.answers("Preflight", Answers.preflight(Answers.OLD));

    OperationResult result = bench.start().result();

    assertThat(rows(result.phases(), DONE)).containsExactly("preflight");
    assertThat(rows(result.phases(), SKIPPED)).hasSize(PHASES.size() - 1);
  }

  @Test
  void the_failed_phase_is_failed_and_says_why() {
    bench.host.fails("Trial", FailureType.UNHEALTHY);

    OperationResult result = bench.start().failedResult();

    assertThat(rows(result.phases(), FAILED)).containsExactly("trial");
    assertThat(row(result.phases(), "trial").summary()).contains(FakeHost.message("Trial"));
  }

  @Test
  void the_phases_after_the_failed_one_are_skipped_as_not_reached() {
    bench.host.fails("Trial", FailureType.UNHEALTHY);

    OperationResult result = bench.start().failedResult();

    assertThat(rows(result.phases(), SKIPPED))
        .containsExactly("rebuild", "restart", "verify", "finish");
    assertThat(row(result.phases(), "verify").summary()).contains("not reached");
  }

  @Test
  void a_preflight_that_cannot_read_its_policy_has_failed() {
    bench.host.fails("LoadPolicy", FailureType.CONFIG_INVALID);

    assertThat(rows(bench.start().failedResult().phases(), FAILED)).containsExactly("preflight");
  }

  @Test
  void the_way_back_is_told_in_the_order_in_which_it_ran() {
    bench.host.fails("Pull", FailureType.CHECKOUT_UNUSABLE);

    assertThat(bench.start().failedResult().rollback().orElseThrow())
        .extracting(PhaseReport::name)
        .containsExactly("undo-pull", "undo-snapshot", "undo-quiesce", "start-old", "undo-prepare");
  }

  @Test
  void an_undo_that_had_to_be_repeated_has_one_row_that_is_done() {
    bench.host.fails("Pull", FailureType.CHECKOUT_UNUSABLE);
    bench.host.fails("DropSnapshot", FailureType.DATABASE_FAILED, 2);

    assertThat(bench.start().failedResult().rollback().orElseThrow())
        .extracting(PhaseReport::status)
        .containsOnly(DONE);
  }

  @Test
  void the_duration_of_an_undo_is_that_of_its_last_attempt() {
    bench.host.fails("Pull", FailureType.CHECKOUT_UNUSABLE);
    bench.host.fails("DropSnapshot", FailureType.DATABASE_FAILED, 3);

    OperationResult result = bench.start().failedResult();

    assertThat(row(result.rollback().orElseThrow(), "undo-snapshot").seconds())
        .hasValueSatisfying(seconds -> assertThat(seconds).isLessThan(1));
  }

  @Test
  void the_operation_is_known_by_its_run() {
    Operation operation = bench.start();
    operation.result();

    assertThat(operation.progress().operation())
        .isEqualTo(operation.stub().getExecution().getRunId());
  }

  private OperationProgress progressIn(String activity) {
    Gate gate = bench.host.holds(activity);
    Operation operation = bench.start();
    gate.awaitEntered();
    return operation.progress();
  }

  private static List<String> rows(List<PhaseReport> rows, PhaseStatus status) {
    return rows.stream().filter(row -> row.status() == status).map(PhaseReport::name).toList();
  }

  private static PhaseReport row(List<PhaseReport> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
