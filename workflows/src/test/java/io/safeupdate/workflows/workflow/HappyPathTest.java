package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates that go well: what is called, in which order, and how they end. */
class HappyPathTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void without_a_migration_nothing_is_quiesced_and_the_database_is_not_touched() {
    updatesWith(Answers.prepared(Strategy.NONE));

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "Preflight",
            "Prepare",
            "Backup",
            "Record",
            "Pull",
            "Trial",
            "Rebuild",
            "Restart",
            "Verify",
            "Finish",
            "Close");
  }

  @Test
  void with_a_snapshot_the_backup_is_made_while_the_application_still_serves() {
    updatesWith(Answers.prepared(Strategy.SNAPSHOT));

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "Preflight",
            "Prepare",
            "Backup",
            "Quiesce",
            "Snapshot",
            "Record",
            "Pull",
            "Migrate",
            "Trial",
            "Rebuild",
            "Restart",
            "Verify",
            "Finish",
            "Close");
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAP", "COMMAND"})
  void a_backup_that_is_the_way_back_is_made_of_a_quiesced_database(Strategy strategy) {
    updatesWith(Answers.prepared(strategy));

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "Preflight",
            "Prepare",
            "Quiesce",
            "Backup",
            "Record",
            "Pull",
            "Migrate",
            "Trial",
            "Rebuild",
            "Restart",
            "Verify",
            "Finish",
            "Close");
  }

  @Test
  void a_migration_on_start_is_left_to_the_new_version() {
    updatesWith(Answers.prepared(Strategy.SNAPSHOT, Migration.ON_START));

    assertThat(bench.host.calls()).contains("Snapshot", "Trial").doesNotContain("Migrate");
  }

  @Test
  void code_that_lies_in_the_checkout_stops_before_the_pull_even_without_a_migration() {
    updatesWith(
        new Prepared(
            Strategy.NONE,
            Migration.NONE,
            List.of("web"),
            Optional.of("the code of web lies in the checkout"),
            Optional.empty(),
            "images are built",
            List.of()));

    assertThat(bench.host.calls())
        .containsSubsequence("Backup", "Quiesce", "Record", "Pull", "Rebuild")
        .doesNotContain("Trial", "Snapshot", "Migrate");
  }

  @Test
  void an_application_without_a_database_has_no_backup() {
    updatesWith(
        new Prepared(
            Strategy.NONE,
            Migration.NONE,
            List.of(),
            Optional.empty(),
            Optional.of("there is no database"),
            "images are built",
            List.of()));

    assertThat(bench.host.calls()).doesNotContain("Backup").contains("Record");
  }

  @Test
  void the_result_says_from_where_to_where_and_how() {
    OperationResult result = updatesWith(Answers.prepared(Strategy.SNAPSHOT));

    assertThat(result)
        .returns(Outcome.UPDATED, OperationResult::outcome)
        .returns(Bench.DEPLOYMENT, OperationResult::deployment)
        .returns(Optional.of(Answers.OLD), OperationResult::from)
        .returns(Optional.of(Answers.NEW), OperationResult::to)
        .returns(Optional.of("20261122-1"), OperationResult::restorePoint)
        .returns(Optional.of(Strategy.SNAPSHOT), OperationResult::strategy)
        .returns(4.5, OperationResult::downtimeSeconds)
        .returns(Optional.empty(), OperationResult::failure)
        .returns(Optional.empty(), OperationResult::rollback)
        .returns(List.of("the disk is 80 % full"), OperationResult::notes);
  }

  @Test
  void the_receipt_holds_the_result() {
    OperationResult result = updatesWith(Answers.prepared(Strategy.SNAPSHOT));

    assertThat(bench.host.closedWith()).isEqualTo(result);
  }

  @Test
  void when_there_is_nothing_to_update_nothing_is_touched() {
    bench.host.answers("Preflight", Answers.preflight(Answers.OLD));

    bench.start().result();

    assertThat(bench.host.calls()).containsExactly("LoadPolicy", "Preflight", "Close");
  }

  @Test
  void nothing_to_update_is_a_success() {
    bench.host.answers("Preflight", Answers.preflight(Answers.OLD));

    assertThat(bench.start().result().outcome()).isEqualTo(Outcome.ALREADY_CURRENT);
  }

  private OperationResult updatesWith(Prepared prepared) {
    bench.host.answers("Prepare", prepared);
    return bench.start().result();
  }
}
