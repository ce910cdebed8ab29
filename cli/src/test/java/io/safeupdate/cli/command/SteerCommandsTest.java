package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.client.ClientFailures;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.RecoverRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SteerCommandsTest {
  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void cancel_follows_the_way_back_and_is_done_when_it_was_cancelled() {
    shell.session.result = Facts.ended(Outcome.CANCELLED);

    Shell.Ran ran = shell.run("cancel", "production", "--reason", "wrong release", "--json");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.json().get("outcome").asText()).isEqualTo("CANCELLED");
    assertThat(shell.session.calls)
        .containsExactly("cancel " + Facts.ID + ": wrong release (ada)", "close");
  }

  @Test
  void cancel_tells_when_the_way_back_needs_attention() {
    shell.session.result = Facts.ended(Outcome.NEEDS_ATTENTION);

    assertThat(shell.run("cancel", "production").exitCode()).isEqualTo(20);
  }

  @Test
  void cancel_of_an_ended_operation_fails_and_says_so() {
    shell.session.refusal = Optional.of(ClientFailures.ended(Facts.OPERATION));

    Shell.Ran ran = shell.run("cancel", "production");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("is over");
  }

  @Test
  void decide_says_who_decided_and_why_then_exits_as_the_operation_ends() {
    shell.session.result = Facts.rolledBack();

    Shell.Ran ran = shell.run("decide", Facts.ID, "rollback", "--reason", "no time");

    assertThat(ran.exitCode()).isEqualTo(10);
    assertThat(shell.session.calls)
        .containsExactly("decide " + Facts.ID + " rollback by ada: no time", "close");
  }

  @Test
  void decide_refuses_words_that_are_no_decision() {
    Shell.Ran ran = shell.run("decide", Facts.ID, "maybe");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("\"maybe\" is none of retry, rollback, abandon");
  }

  @Test
  void decide_passes_on_why_it_was_refused() {
    shell.session.refusal =
        Optional.of(ClientFailures.refused("rollback is not on offer here, but retry or abandon"));

    Shell.Ran ran = shell.run("decide", Facts.ID, "rollback", "--json");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("DecisionRefused");
    assertThat(ran.json().at("/error/message").asText()).contains("not on offer");
  }

  @Test
  void retry_starts_a_new_update_with_the_same_request() {
    shell.session.state =
        new OperationState(
            Facts.summary(OperationStatus.FAILED, Optional.of(Outcome.ROLLED_BACK)),
            90,
            Optional.empty());

    Shell.Ran ran = shell.run("retry", Facts.ID);

    assertThat(ran.exitCode()).isZero();
    assertThat(shell.session.requests)
        .containsExactly(new UpdateRequest("production", Optional.of("v2.4.0"), Optional.empty()));
  }

  @Test
  void retry_refuses_an_operation_that_is_open() {
    Shell.Ran ran = shell.run("retry", "production");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("is still open")
        .contains("look at it: safe-update show " + Facts.ID);
    assertThat(shell.session.requests).isEmpty();
  }

  @Test
  void recover_ends_well_when_the_old_version_runs_again() {
    shell.session.result = Facts.rolledBack();

    Shell.Ran ran = shell.run("recover", "production");

    assertThat(ran.exitCode()).isZero();
    assertThat(shell.session.calls).contains("recover production");
  }

  @Test
  void retry_of_a_recovery_recovers_again() {
    shell.session.state =
        new OperationState(Facts.recovery(OperationStatus.TERMINATED), 12, Optional.empty());
    shell.session.asked = new RecoverRequest("production");

    shell.run("retry", "production");

    assertThat(shell.session.calls).contains("recover production");
    assertThat(shell.session.requests).isEmpty();
  }
}
