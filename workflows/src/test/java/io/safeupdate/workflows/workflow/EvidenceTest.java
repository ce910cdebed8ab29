package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a failure looked like is kept before anything is undone, and is never in the way of it. */
class EvidenceTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PREFLIGHT"})
  void is_kept_once_and_before_the_first_undo(WayBack phase) {
    bench.host.fails(phase.activity, FailureType.DISK_FULL);

    bench.start().failure();

    assertThat(allCallsAfter(phase)).startsWith(FakeHost.EVIDENCE).hasSize(1 + undos(phase));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PREFLIGHT"})
  void is_kept_of_what_was_cancelled_too(WayBack phase) {
    Gate gate = bench.host.holds(phase.activity);
    Operation operation = bench.start();
    gate.awaitEntered();

    operation.cancel();
    operation.ending();

    assertThat(allCallsAfter(phase)).startsWith(FakeHost.EVIDENCE).hasSize(1 + undos(phase));
  }

  @Test
  void is_not_kept_of_what_preflight_refuses() {
    bench.host.fails("Preflight", FailureType.PREFLIGHT_FAILED);

    bench.start().failure();

    assertThat(bench.host.allCalls()).doesNotContain(FakeHost.EVIDENCE);
  }

  @Test
  void is_not_kept_of_an_update_that_succeeds() {
    bench.start().result();

    assertThat(bench.host.allCalls()).doesNotContain(FakeHost.EVIDENCE);
  }

  @Test
  void is_not_kept_of_a_cleaning_up_that_fails() {
    bench.host.fails("Finish", FailureType.DISK_FULL);

    bench.start().result();

    assertThat(bench.host.allCalls()).doesNotContain(FakeHost.EVIDENCE);
  }

  @Test
  void is_linked_from_the_failure() {
    assertThat(failsInMigrate().failure().flatMap(FailureReport::logs)).contains(Answers.FOLDER);
  }

  @Test
  void names_the_step_that_keeps_it_after_the_phase_and_its_round() {
    failsInMigrate();

    assertThat(bench.host.stepsOf(FakeHost.EVIDENCE))
        .extracting(Step::name, Step::round)
        .containsExactly(tuple("evidence-migrate", 1));
  }

  @Test
  void hears_of_the_failure_and_of_the_phases_so_far() {
    failsInMigrate();

    OperationProgress told = bench.host.toldWithEvidence().get(0);
    assertThat(told.failure().orElseThrow().message()).isEqualTo(FakeHost.message("Migrate"));
    assertThat(told.phases())
        .filteredOn(row -> row.status() == PhaseStatus.FAILED)
        .extracting(PhaseReport::name)
        .containsExactly("migrate");
    assertThat(told.restorePoint()).isPresent();
  }

  @Test
  void that_cannot_be_kept_does_not_stop_the_way_back() {
    bench.host.fails(FakeHost.EVIDENCE, FailureType.DISK_FULL);

    OperationResult result = failsInMigrate();

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.callsAfter("Migrate")).isEqualTo(WayBack.MIGRATE.undosAndClose());
  }

  @Test
  void that_cannot_be_kept_is_a_note_and_not_the_failure() {
    bench.host.fails(FakeHost.EVIDENCE, FailureType.DISK_FULL);

    OperationResult result = failsInMigrate();

    assertThat(result.notes())
        .contains(
            "No logs of the failure of migrate were kept: " + FakeHost.message(FakeHost.EVIDENCE));
    assertThat(result.failure())
        .contains(new FailureReport("migrate", "DiskFull", FakeHost.message("Migrate")));
  }

  @Test
  void that_is_not_understood_does_not_stop_the_way_back() {
    bench.host.answers(FakeHost.EVIDENCE, List.of("not", "a", "folder"));

    assertThat(failsInMigrate().outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void is_tried_a_few_times_only_whatever_is_wrong() {
    bench.host.fails(FakeHost.EVIDENCE, FailureType.ENGINE_UNAVAILABLE);

    failsInMigrate();

    assertThat(bench.host.stepsOf(FakeHost.EVIDENCE)).hasSize(3);
  }

  @Test
  void that_hangs_is_given_up_after_half_a_minute() {
    bench.host.fails("Migrate", FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.ending();

    assertThat(operation.history())
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
        .filteredOn(scheduled -> scheduled.getActivityType().getName().equals(FakeHost.EVIDENCE))
        .extracting(scheduled -> scheduled.getStartToCloseTimeout().getSeconds())
        .containsExactly(30L);
  }

  @Test
  void is_kept_whole_when_a_cancel_comes_meanwhile() {
    Gate gate = bench.host.holds(FakeHost.EVIDENCE);
    bench.host.fails("Migrate", FailureType.DISK_FULL);
    Operation operation = bench.start();
    gate.awaitEntered();
    operation.cancel();
    gate.open();

    operation.ending();

    assertThat(bench.host.closedWith().failure().flatMap(FailureReport::logs))
        .contains(Answers.FOLDER);
  }

  @Test
  void is_there_while_a_person_is_asked() {
    assertThat(holdsInMigrate().progress().failure().flatMap(FailureReport::logs))
        .contains(Answers.FOLDER);
  }

  @Test
  void is_kept_of_each_round() {
    Operation operation = holdsInMigrate();

    operation.decide(Choice.RETRY);
    operation.awaitQuestion();

    assertThat(bench.host.stepsOf(FakeHost.EVIDENCE)).extracting(Step::round).containsExactly(1, 2);
  }

  private OperationResult failsInMigrate() {
    bench.host.fails("Migrate", FailureType.DISK_FULL);
    return bench.start().failedResult();
  }

  private Operation holdsInMigrate() {
    bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
    bench.host.fails("Migrate", FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.awaitQuestion();
    return operation;
  }

  private static int undos(WayBack phase) {
    return phase.undosAndClose().size();
  }

  private List<String> allCallsAfter(WayBack phase) {
    List<String> names = bench.host.allCalls();
    return names.subList(names.lastIndexOf(phase.activity) + 1, names.size());
  }
}
