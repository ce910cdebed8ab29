package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each phase fails once: the way back, and what people are told. */
class FailingPhaseTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource
  void undoes_all_that_was_begun_last_in_first_out(WayBack phase) {
    failsIn(phase);

    assertThat(bench.host.callsAfter(phase.activity)).isEqualTo(phase.undosAndClose());
  }

  @Test
  void the_whole_way_back_ends_with_the_old_version_up_and_the_prepared_images_gone() {
    failsIn(WayBack.VERIFY);

    assertThat(bench.host.callsAfter("Verify"))
        .containsExactly(
            "RemoveNewContainers",
            "TagBack",
            "RemoveTrial",
            "RestoreDatabaseBefore",
            "PullBack",
            "DropSnapshot",
            "Resume",
            "StartOldVersion",
            "DropPrepared",
            "Close");
  }

  @ParameterizedTest
  @EnumSource(names = {"PREFLIGHT", "PREPARE"})
  void what_touched_nothing_ends_as_rejected(WayBack phase) {
    assertThat(failsIn(phase).getType()).isEqualTo("REJECTED");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PREFLIGHT", "PREPARE"})
  void what_was_undone_ends_as_rolled_back(WayBack phase) {
    assertThat(failsIn(phase).getType()).isEqualTo("ROLLED_BACK");
  }

  @ParameterizedTest
  @EnumSource
  void the_failure_carries_phase_type_and_message(WayBack phase) {
    FailureReport failure =
        failsIn(phase).getDetails().get(OperationResult.class).failure().orElseThrow();

    assertThat(failure.phase()).isEqualTo(phase.label());
    assertThat(failure.type()).isEqualTo("DiskFull");
    assertThat(failure.message()).isEqualTo(FakeHost.message(phase.activity));
  }

  @ParameterizedTest
  @EnumSource
  void the_message_says_which_phase_failed_and_why(WayBack phase) {
    assertThat(failsIn(phase).getOriginalMessage())
        .contains(phase.label() + ": " + FakeHost.message(phase.activity));
  }

  @Test
  void the_outcome_is_in_the_carried_document_too() {
    OperationResult result = failsIn(WayBack.PULL).getDetails().get(OperationResult.class);

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void the_receipt_holds_what_the_failure_carries() {
    OperationResult carried = failsIn(WayBack.MIGRATE).getDetails().get(OperationResult.class);

    assertThat(bench.host.closedWith()).isEqualTo(carried);
  }

  @Test
  void the_downtime_of_the_way_back_is_told() {
    OperationResult result = failsIn(WayBack.VERIFY).getDetails().get(OperationResult.class);

    assertThat(result.downtimeSeconds()).isEqualTo(7.5);
  }

  @Test
  void a_deployment_that_the_host_does_not_know_is_rejected_by_preflight() {
    bench.host.fails("LoadPolicy", FailureType.CONFIG_INVALID);

    OperationResult result = bench.start().failedResult();

    assertThat(result.failure())
        .contains(new FailureReport("preflight", "ConfigInvalid", FakeHost.message("LoadPolicy")));
  }

  @Test
  void a_cleaning_up_that_fails_does_not_bring_the_update_back() {
    bench.host.fails("Finish", FailureType.DISK_FULL);

    bench.start().result();

    assertThat(bench.host.callsAfter("Finish")).containsExactly("Close");
  }

  @Test
  void a_cleaning_up_that_fails_is_a_note_and_no_failure() {
    bench.host.fails("Finish", FailureType.DISK_FULL);

    OperationResult result = bench.start().result();

    assertThat(result.failure()).isEmpty();
    assertThat(result.notes())
        .contains("Cleaning up failed, the update stands: " + FakeHost.message("Finish"));
  }

  @Test
  void a_closing_that_fails_is_tried_again_so_that_no_lock_is_left() {
    bench.host.fails("Close", FailureType.PRECONDITION_FAILED, 2);

    OperationResult result = bench.start().result();

    assertThat(bench.host.callsAfter("Finish")).containsExactly("Close", "Close", "Close");
    assertThat(result.notes()).noneMatch(note -> note.contains("lock"));
  }

  @Test
  void a_closing_that_fails_for_good_is_told_of() {
    bench.host.fails("Close", FailureType.DISK_FULL);

    OperationResult result = bench.start().result();

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.notes())
        .contains(
            "The receipt may be missing and the deployment's lock still held: "
                + FakeHost.message("Close"));
  }

  private ApplicationFailure failsIn(WayBack phase) {
    bench.host.fails(phase.activity, FailureType.DISK_FULL);
    return bench.start().failure();
  }
}
