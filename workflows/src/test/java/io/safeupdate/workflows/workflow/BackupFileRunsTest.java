package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backups that go out, come in, and are pinned. */
class BackupFileRunsTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void an_export_copies_under_the_lock_and_prunes_nothing() {
    OperationResult result = bench.start(export("/srv/backups")).result();

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.made()).contains("made by ExportBackups");
    assertThat(bench.host.calls()).containsExactly("LoadPolicy", "Begin", "ExportBackups", "Close");
  }

  @Test
  void an_export_that_failed_leaves_nothing_half_written_and_touched_nothing() {
    bench.host.fails("ExportBackups", FailureType.DISK_FULL);

    OperationResult result = bench.start(export("/srv/backups")).failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("ExportBackups")).containsExactly("DropExport", "Close");
  }

  @Test
  void an_import_that_failed_leaves_nothing_half_copied() {
    bench.host.fails("ImportBackup", FailureType.BACKUP_INVALID);

    OperationResult result =
        bench.start(new ImportRequest(Bench.DEPLOYMENT, "/srv/a.sql.gz")).failedResult();

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("ImportBackup")).containsExactly("DropImport", "Close");
  }

  @Test
  void a_pin_is_put_on_under_the_lock() {
    bench.start(new KeepRequest(Bench.DEPLOYMENT, "a.sql.gz", Optional.empty())).result();

    assertThat(bench.host.calls()).containsExactly("LoadPolicy", "Begin", "KeepBackup", "Close");
  }

  @Test
  void a_relative_directory_is_refused_before_the_host_is_asked() {
    assertThat(bench.start(export("backups")).failure().getOriginalMessage())
        .contains("\"directory\" must be an absolute path");
    assertThat(bench.host.calls()).isEmpty();
  }

  private static ExportRequest export(String directory) {
    return new ExportRequest(Bench.DEPLOYMENT, Optional.empty(), directory);
  }
}
