package io.safeupdate.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.client.ClientFailures;
import io.safeupdate.workflows.client.OperationStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TroublesTest {
  @Test
  void each_exception_of_the_client_has_a_stable_word_and_an_exit_code() {
    assertTold(ClientFailures.unknown("x"), "UnknownOperation", ExitCode.USAGE);
    assertTold(ClientFailures.refused("no"), "DecisionRefused", ExitCode.FAILED);
    assertTold(ClientFailures.ended(Facts.OPERATION), "OperationEnded", ExitCode.FAILED);
    assertTold(ClientFailures.workerAway(), "WorkerUnavailable", ExitCode.FAILED);
    assertTold(ClientFailures.serverAway(), "TemporalUnavailable", ExitCode.FAILED);
    assertTold(
        ClientFailures.inspectionFailed("EngineUnavailable", "no answer"),
        "EngineUnavailable",
        ExitCode.FAILED);
    assertTold(
        ClientFailures.busy(Facts.summary(OperationStatus.OPEN, Optional.empty())),
        "DeploymentBusy",
        ExitCode.BUSY);
    assertTold(new InterruptedException(), "Interrupted", ExitCode.INTERRUPTED);
  }

  @Test
  void what_nobody_foresaw_is_called_a_defect() {
    Trouble trouble = Troubles.of(new IllegalStateException("odd"));

    assertThat(trouble.isUnexpected()).isTrue();
    assertThat(trouble.answer().text().in(Style.PLAIN))
        .isEqualTo(
            "safe-update: IllegalStateException: odd\n"
                + "  → this is a defect of Safe Update: report it with the log in the state"
                + " directory\n");
  }

  @Test
  void a_remedy_that_the_message_has_already_is_not_repeated() {
    Trouble trouble = new Trouble("T", "no file (write one)", "write one", ExitCode.USAGE);

    assertThat(trouble.answer().text().in(Style.PLAIN))
        .isEqualTo("safe-update: no file (write one)\n");
  }

  private static void assertTold(Exception exception, String type, ExitCode exitCode) {
    Trouble trouble = Troubles.of(exception);
    assertThat(trouble.type()).isEqualTo(type);
    assertThat(trouble.exitCode()).isEqualTo(exitCode);
    assertThat(trouble.message()).isNotBlank();
  }
}
