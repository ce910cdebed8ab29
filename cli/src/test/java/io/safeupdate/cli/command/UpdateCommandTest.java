package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.client.ClientFailures;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.RestoreMode;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpdateCommandTest {
  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATED, 0",
    "ALREADY_CURRENT, 0",
    "ROLLED_BACK, 10",
    "CANCELLED, 11",
    "NEEDS_ATTENTION, 20",
    "REJECTED, 30"
  })
  void exits_as_the_update_ended_and_prints_the_same_document_for_each(Outcome outcome, int code) {
    shell.session.result = Facts.ended(outcome);

    Shell.Ran ran = shell.run("update", "production", "--json");

    assertThat(ran.exitCode()).isEqualTo(code);
    assertThat(ran.json().get("outcome").asText()).isEqualTo(outcome.name());
    assertThat(ran.json().fieldNames())
        .toIterable()
        .contains(
            "operation",
            "deployment",
            "outcome",
            "from",
            "to",
            "restorePoint",
            "phases",
            "failure",
            "rollback",
            "downtimeSeconds");
  }

  @Test
  void exits_as_busy_where_another_operation_was_in_the_way() {
    shell.session.result = Facts.busy();

    assertThat(shell.run("update", "production").exitCode()).isEqualTo(40);
  }

  @Test
  void the_document_writes_what_is_absent_as_null_times_as_text_and_seconds_as_numbers() {
    JsonNode document = shell.run("update", "production", "--json").json();

    assertThat(document.get("failure").isNull()).isTrue();
    assertThat(document.get("rollback").isNull()).isTrue();
    assertThat(document.get("waiting").isNull()).isTrue();
    assertThat(document.get("downtimeSeconds").isNumber()).isTrue();
    JsonNode phase = document.get("phases").get(0);
    assertThat(phase.toString())
        .isEqualTo(
            "{\"name\":\"preflight\",\"status\":\"done\",\"startedAt\":\"2026-11-22T12:00:00Z\","
                + "\"seconds\":0.8,\"summary\":\"on master, 1 commit behind\"}");
    assertThat(document.get("phases").get(1).get("startedAt").isNull()).isTrue();
  }

  @Test
  void the_document_tells_what_failed_and_how_the_way_back_went() {
    shell.session.result = Facts.rolledBackWithLogs("/state/migrate-1");

    JsonNode document = shell.run("update", "production", "--json").json();

    assertThat(document.get("failure").toString())
        .isEqualTo(
            "{\"phase\":\"migrate\",\"type\":\"MigrationFailed\","
                + "\"message\":\"The migration ended with exit code 1.\\n  boom\","
                + "\"logs\":\"/state/migrate-1\"}");
    assertThat(document.get("rollback").get(0).get("name").asText()).isEqualTo("undo-migrate");
  }

  @Test
  void with_json_progress_goes_to_stderr() {
    Shell.Ran ran = shell.run("update", "production", "--json");

    assertThat(ran.err())
        .contains("2026-11-22T12:00:00Z  ✓ preflight      done      0.8 s         on master")
        .contains("2026-11-22T12:00:00Z  – trial          skipped                 no probe");
  }

  @Test
  void without_a_terminal_a_line_tells_of_each_phase_then_a_summary() {
    assertThat(shell.run("update", "production").out())
        .isEqualTo(
            """
            2026-11-22T12:00:00Z  ✓ preflight      done      0.8 s         on master, 1 commit behind
            2026-11-22T12:00:00Z  – trial          skipped                 no probe is configured
            2026-11-22T12:00:00Z  ✓ verify         done      12 s          healthy for 10 s

            ✓ UPDATED  production runs 5d6e7f8091, healthy
              operation      0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e
              commits        1a2b3c4d5e → 5d6e7f8091
              strategy       snapshot
              restore point  20261122-120000-1a2b3c4d5e
              downtime       4.2 s
            """);
  }

  @Test
  void options_become_the_request() {
    shell.run(
        "update",
        "production",
        "--to",
        "v2.4.0",
        "--on-failure",
        "hold",
        "--restore-mode",
        "swap",
        "--restart",
        "all",
        "--no-trial");

    PolicyOverrides overrides =
        new PolicyOverrides(
            Optional.of(OnFailure.HOLD),
            Optional.of(RestoreMode.SWAP),
            Optional.of(RestartMode.ALL),
            Optional.of(false));
    assertThat(shell.session.requests)
        .containsExactly(
            new UpdateRequest("production", Optional.of("v2.4.0"), Optional.of(overrides)));
  }

  @Test
  void without_options_the_request_overrides_nothing() {
    shell.run("update", "production");

    assertThat(shell.session.requests).isEqualTo(List.of(UpdateRequest.of("production")));
  }

  @Test
  void a_busy_deployment_is_an_error_that_names_the_open_operation() {
    shell.session.refusal =
        Optional.of(ClientFailures.busy(Facts.summary(OperationStatus.OPEN, Optional.empty())));

    Shell.Ran ran = shell.run("update", "production", "--json");

    assertThat(ran.exitCode()).isEqualTo(40);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("DeploymentBusy");
    assertThat(ran.json().at("/error/openOperation").asText()).isEqualTo(Facts.ID);
    assertThat(ran.json().at("/error/message").asText()).contains("production is busy");
    assertThat(shell.session.calls).contains("close");
  }

  @Test
  void an_unknown_deployment_is_a_usage_error_that_lists_the_known() {
    Shell.Ran ran = shell.run("update", "produktion");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("No deployment is named \"produktion\"")
        .contains("production, staging");
    assertThat(shell.session.requests).isEmpty();
  }

  @Test
  void detached_it_prints_the_id_and_how_to_follow_and_cancel() {
    Shell.Ran ran = shell.run("update", "production", "--detach");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e
              follow  safe-update show 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e --follow
              cancel  safe-update cancel 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e
            """);
  }

  @Test
  void detached_the_document_has_the_id_and_no_outcome() {
    JsonNode document = shell.run("update", "production", "--detach", "--json").json();

    assertThat(document.toString())
        .isEqualTo(
            "{\"operation\":\"" + Facts.ID + "\",\"deployment\":\"production\",\"outcome\":null}");
  }

  @Test
  void detaching_from_nobody_is_refused_before_anything_starts() {
    shell.shared = false;

    Shell.Ran ran = shell.run("update", "production", "--detach");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("none runs").contains("start safe-update up");
    assertThat(shell.session.requests).isEmpty();
  }

  @Test
  void needing_attention_it_prints_the_reason_and_the_commands_that_decide() {
    shell.session.result = Facts.ended(Outcome.NEEDS_ATTENTION);
    shell.session.progress =
        Optional.of(
            Facts.progress(
                Optional.of(Outcome.NEEDS_ATTENTION), List.of(), Optional.of(Facts.waiting())));

    Shell.Ran ran = shell.run("update", "production");

    assertThat(ran.exitCode()).isEqualTo(20);
    assertThat(ran.out())
        .contains("! NEEDS_ATTENTION  production waits for a person; nothing was destroyed")
        .contains("The database server does not answer.")
        .contains("safe-update decide " + Facts.ID + " retry ")
        .contains("safe-update decide " + Facts.ID + " abandon ");
  }

  @Test
  void needing_attention_the_document_says_what_is_waited_for() {
    shell.session.result = Facts.ended(Outcome.NEEDS_ATTENTION);
    shell.session.progress =
        Optional.of(
            Facts.progress(
                Optional.of(Outcome.NEEDS_ATTENTION), List.of(), Optional.of(Facts.waiting())));

    JsonNode document = shell.run("update", "production", "--json").json();

    assertThat(document.at("/waiting/about").asText()).isEqualTo("undo-migrate");
    assertThat(document.at("/waiting/choices").toString()).isEqualTo("[\"retry\",\"abandon\"]");
  }

  @Test
  void commands_to_copy_name_the_configuration_that_was_given() {
    shell.session.result = Facts.rolledBack();

    Shell.Ran ran = shell.run("--config", "safe-update.yml", "update", "production");

    assertThat(ran.out()).contains("safe-update update production --config safe-update.yml");
  }

  @Test
  void an_interrupt_leaves_an_update_that_others_run() {
    shell.session.interrupted = true;

    Shell.Ran ran = shell.run("update", "production");

    assertThat(ran.exitCode()).isEqualTo(130);
    assertThat(ran.err())
        .contains("Stopped watching: the operation goes on.")
        .contains("follow it: safe-update show " + Facts.ID + " --follow")
        .contains("cancel it: safe-update cancel " + Facts.ID);
    assertThat(shell.session.calls).containsExactly("hurry", "close");
  }

  @Test
  void an_interrupt_says_when_an_update_of_this_process_stops_and_goes_on() {
    shell.session.interrupted = true;
    shell.session.outlivesUs = false;

    Shell.Ran ran = shell.run("update", "production", "--json");

    assertThat(ran.err())
        .contains("Stopping once the running step has ended; Ctrl-C again stops at once.")
        .contains("the next `safe-update up` goes on with the operation");
    assertThat(ran.json().at("/error/openOperation").asText()).isEqualTo(Facts.ID);
  }
}
