package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** User files into an archive, and back. */
class MediaRunTest {
  private static final BackupMediaRequest BACKUP = new BackupMediaRequest(Bench.DEPLOYMENT);
  private static final RestoreMediaRequest RESTORE =
      new RestoreMediaRequest(Bench.DEPLOYMENT, "20261122T100000Z-abc");

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void a_backup_stops_nothing_and_names_its_archive() {
    OperationResult result = bench.start(BACKUP).result();

    assertThat(result.made()).contains("made by ArchiveMedia");
    assertThat(bench.host.calls())
        .containsExactly("LoadPolicy", "Begin", "ArchiveMedia", "Finish", "Close");
  }

  @Test
  void a_backup_that_failed_touched_nothing() {
    bench.host.fails("ArchiveMedia", FailureType.DISK_FULL);

    assertThat(bench.start(BACKUP).failedResult().outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void writers_stop_only_once_the_archive_is_unpacked_beside() {
    bench.start(RESTORE).result();

    assertThat(bench.host.calls())
        .containsExactly(
            "LoadPolicy",
            "Begin",
            "UnpackMedia",
            "Quiesce",
            "ExchangeMedia",
            "Resume",
            "VerifyHealth",
            "Finish",
            "Close");
  }

  @Test
  void an_archive_that_does_not_unpack_touched_nothing() {
    bench.host.fails("UnpackMedia", FailureType.BACKUP_INVALID);

    assertThat(bench.start(RESTORE).failedResult().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(bench.host.callsAfter("UnpackMedia")).containsExactly("DropUnpacked", "Close");
  }

  @Test
  void an_unhealthy_application_gets_its_files_back_with_its_writers_stopped() {
    bench.host.fails("VerifyHealth", FailureType.UNHEALTHY);

    assertThat(bench.start(RESTORE).failedResult().outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(bench.host.callsAfter("VerifyHealth"))
        .containsExactly(
            "Quiesce", "ExchangeBack", "Resume", "StartOldVersion", "DropUnpacked", "Close");
  }

  @Test
  void what_was_terminated_half_exchanged_is_undone_in_the_order_in_which_it_began() {
    bench.host.answers(
        "FindUnfinished",
        Optional.of(
            Answers.unfinished(
                List.of(Phase.PREFLIGHT, Phase.UNPACK, Phase.QUIESCE, Phase.EXCHANGE))));

    bench.recover().result();

    assertThat(bench.host.callsAfter("FindUnfinished"))
        .startsWith("ExchangeBack", "Resume", "StartOldVersion", "DropUnpacked");
  }

  @Test
  void an_input_without_an_archive_is_refused_with_an_example() {
    Operation operation = bench.operation("RestoreMedia", Bench.ID);
    operation.stub().start(Map.of("deployment", "production"));

    assertThat(operation.failure().getOriginalMessage())
        .contains("names no archive", "{\"deployment\": \"production\", \"archive\": \"");
  }
}
