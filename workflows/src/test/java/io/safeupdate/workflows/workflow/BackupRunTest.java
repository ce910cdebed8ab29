package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backup for its own sake. */
class BackupRunTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void the_result_names_the_backup() {
    assertThat(bench.start(backup(false)).result().made()).contains("made by MakeBackup");
  }

  @Test
  void is_tried_out_where_that_is_asked_for() {
    bench.start(backup(true)).result();

    assertThat(bench.host.calls())
        .containsExactly("LoadPolicy", "Begin", "MakeBackup", "TrialRestore", "Finish", "Close");
  }

  @Test
  void is_not_tried_out_where_nobody_asks() {
    OperationResult result = bench.start(backup(false)).result();

    assertThat(result.phases())
        .extracting(PhaseReport::name, report -> report.status().label())
        .contains(org.assertj.core.groups.Tuple.tuple("trial-restore", "skipped"));
  }

  @Test
  void one_that_failed_touched_nothing() {
    bench.host.fails("MakeBackup", FailureType.BACKUP_INVALID);

    OperationResult result = bench.start(backup(false)).failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void its_failure_says_that_it_was_a_backup() {
    bench.host.fails("MakeBackup", FailureType.BACKUP_INVALID);

    assertThat(bench.start(backup(false)).failure().getOriginalMessage())
        .startsWith("Rejected, nothing was touched. backup: MakeBackup failed");
  }

  @Test
  void a_clean_up_that_fails_leaves_the_backup_standing() {
    bench.host.fails("Finish", FailureType.DATABASE_FAILED);

    assertThat(bench.start(backup(false)).result().outcome()).isEqualTo(Outcome.DONE);
  }

  private static BackupRequest backup(boolean trialRestore) {
    return new BackupRequest(Bench.DEPLOYMENT, Optional.of(trialRestore));
  }
}
