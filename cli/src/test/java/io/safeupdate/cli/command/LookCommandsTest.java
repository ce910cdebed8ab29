package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.client.ClientFailures;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.contract.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LookCommandsTest {
  private static final String FOLDER =
      "state/deployments/production/operations/" + Facts.ID + "/failures/migrate-1";

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void plan_shows_everything_that_an_update_would_do() {
    shell.session.inspection = Facts.inspection(Facts.goodChecks(), Optional.of(Facts.plan()));

    Shell.Ran ran = shell.run("plan", "production");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            Plan for production  1a2b3c4d5e → 5d6e7f8091 on master

            Commits (1)
              5d6e7f8091  2026-11-20  Ada Guest  Give rows an author

            Pending migrations (1)
              guestbook.0002_row_author

            Services (2)
              django    recreate  its image changes
              postgres  keep      nothing changes

            New env keys: the env file has no value for them yet (1)
              MAIL_HOST

            Strategy snapshot: 1 migration is pending, and there is room for a copy

            Disk (1)
              /var/lib/docker  needs 3.0 GB  free 12.0 GB  enough

            ✓ all 2 checks are ok

            nothing was changed
            """);
  }

  @Test
  void plan_asks_for_the_given_target_and_prints_the_inspection_as_json() {
    shell.session.inspection = Facts.inspection(Facts.goodChecks(), Optional.of(Facts.plan()));

    JsonNode document = shell.run("plan", "production", "--to", "v2", "--json").json();

    assertThat(document.at("/plan/migrations/0").asText()).isEqualTo("guestbook.0002_row_author");
    assertThat(document.at("/plan/commits/0/when").asText()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(document.at("/plan/strategy").asText()).isEqualTo("snapshot");
    assertThat(shell.session.calls).contains("inspect production plan");
  }

  @Test
  void plan_exits_with_30_when_a_check_failed() {
    shell.session.inspection = Facts.inspection(Facts.badChecks(), Optional.of(Facts.plan()));

    Shell.Ran ran = shell.run("plan", "production");

    assertThat(ran.exitCode()).isEqualTo(30);
    assertThat(ran.out())
        .contains("✗ An update would be rejected")
        .contains("→ docker image prune")
        .endsWith("\nnothing was changed\n");
  }

  @Test
  void doctor_lists_checks_with_remedies_and_exits_with_30_when_one_failed() {
    shell.session.inspection = Facts.inspection(Facts.badChecks(), Optional.empty());

    Shell.Ran ran = shell.run("doctor", "production");

    assertThat(ran.exitCode()).isEqualTo(30);
    assertThat(ran.out())
        .isEqualTo(
            """
            production  /srv/guestbook
              ✓ engine    ok       Docker 20.10.24
              ! checkout  warning  3 untracked files
                                   → add them to .gitignore
              ✗ disk      failed   /var/lib/docker has 1.2 GB free, 3.0 GB are needed
                                   → docker image prune
              an update would be rejected

            nothing was changed
            """);
  }

  @Test
  void doctor_looks_at_all_deployments_when_none_is_named() {
    Shell.Ran ran = shell.run("doctor", "--json");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.json().get("deployments")).hasSize(2);
    assertThat(shell.session.calls)
        .containsExactly("inspect production checks", "inspect staging checks", "close");
  }

  @Test
  void status_shows_services_database_last_operation_and_restore_points() {
    shell.session.list =
        List.of(Facts.summary(OperationStatus.COMPLETED, Optional.of(Outcome.UPDATED)));

    assertThat(shell.run("status", "production").out())
        .isEqualTo(
            """
            production  1a2b3c4d5e on master  Let guests sign
              directory       /srv/guestbook
              project         guestbook
              database        guestbook, PostgreSQL 15.18, 12.3 MB
              last operation  UPDATED, 2 min ago (0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e)
              restore points  1, newest 20261121-090000-1a2b3c4d5e, 1 day ago
              ✓  django    running             started 2 h ago  guestbook_django:production
              ✗  postgres  exited   unhealthy                   postgres:15
            """);
  }

  @Test
  void status_as_json_has_the_inspection_and_the_last_operation() {
    JsonNode document = shell.run("status", "production", "--json").json();

    JsonNode deployment = document.get("deployments").get(0);
    assertThat(deployment.get("commit").asText()).isEqualTo(Facts.OLD);
    assertThat(deployment.get("services")).hasSize(2);
    assertThat(deployment.get("lastOperation").isNull()).isTrue();
  }

  @Test
  void restore_points_are_a_table() {
    assertThat(shell.run("restore-points", "production").out())
        .isEqualTo(
            """
            restore point               taken                    commit      strategy  backup                                      subject
            20261121-090000-1a2b3c4d5e  2026-11-21 09:00:00 UTC  1a2b3c4d5e  snapshot  backup_2026_11_21T09_00_03.sql.gz (1.2 MB)  Let guests sign
            """);
  }

  @Test
  void restore_points_as_json_are_a_list() {
    JsonNode document = shell.run("restore-points", "production", "--json").json();

    assertThat(document.at("/restorePoints/0/backupBytes").asLong()).isEqualTo(1_234_567);
  }

  @Test
  void history_lists_operations() {
    shell.session.list =
        List.of(
            Facts.summary(OperationStatus.OPEN, Optional.empty()),
            Facts.summary(OperationStatus.FAILED, Optional.of(Outcome.ROLLED_BACK)));

    Shell.Ran ran = shell.run("history", "production", "--limit", "7");

    assertThat(ran.out())
        .contains("2 min 30 s  1a2b3c4d5e → 5d6e7f8091  running: migrate")
        .contains("1 min 30 s  1a2b3c4d5e → 5d6e7f8091  ROLLED_BACK");
    assertThat(shell.session.calls).containsExactly("list production 7", "close");
  }

  @Test
  void history_refuses_a_limit_that_is_no_number() {
    Shell.Ran ran = shell.run("history", "--limit", "many");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("\"many\" is no number from 1 to 9999");
  }

  @Test
  void show_tells_of_an_ended_operation_what_update_told() {
    shell.session.state =
        new OperationState(
            Facts.summary(OperationStatus.FAILED, Optional.of(Outcome.ROLLED_BACK)),
            90,
            Optional.empty());
    shell.session.ending = Optional.of(Facts.rolledBack());

    Shell.Ran ran = shell.run("show", "0198f4");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            production  SafeUpdate, started 2026-11-22 11:57:30 UTC, took 1 min 30 s
            ✓ preflight      done      0.8 s         fine
            ✗ migrate        failed    3.1 s         exit code 1

            ✗ ROLLED_BACK  production runs the old version 1a2b3c4d5e, with its data
              operation      0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e
              commits        1a2b3c4d5e → 5d6e7f8091
              strategy       snapshot
              restore point  20261122-120000-1a2b3c4d5e
              downtime       6.5 s

            Failed in migrate (MigrationFailed)
              The migration ended with exit code 1.
                boom

            The way back
              ✓ undo-migrate   done      0.1 s         guestbook is back, guestbook_su kept

            Notes
              - the abandoned database guestbook_su has 2 rows more

            What now
              safe-update update production                           once a better release is there
              safe-update retry 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e  the same again
            """);
  }

  @Test
  void show_tells_of_an_open_operation_where_it_is_and_how_to_steer_it() {
    shell.session.progress =
        Optional.of(
            Facts.progress(
                Optional.empty(),
                List.of(Facts.done("preflight", 0.8, "fine"), Facts.running("migrate")),
                Optional.empty()));

    assertThat(shell.run("show", "production").out())
        .isEqualTo(
            """
            production  SafeUpdate, started 2026-11-22 11:57:30 UTC
            ✓ preflight      done      0.8 s         fine
            · migrate        running

            still open at migrate
              safe-update show 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e --follow  follows it
              safe-update cancel 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e         brings the old version back
            """);
  }

  @Test
  void show_has_the_keys_of_update_even_when_no_worker_answers() {
    JsonNode document = shell.run("show", "production", "--json").json();

    assertThat(document.get("outcome").isNull()).isTrue();
    assertThat(document.get("to").asText()).isEqualTo(Facts.NEW);
    assertThat(document.get("notes").get(0).asText()).contains("no worker answers");
  }

  @Test
  void show_names_the_command_for_the_logs_of_a_failure() {
    shell.session.ending = Optional.of(Facts.rolledBackWithLogs("/somewhere/migrate-1"));

    assertThat(shell.run("show", "production").out())
        .contains("safe-update show " + Facts.ID + " --logs")
        .contains("what the failure looked like");
  }

  @Test
  void logs_are_shown_file_by_file_the_summary_first() {
    givenLogs("summary.txt", "Failed in migrate\n");
    givenLogs("logs/web.log", "Traceback, not ended by a line end");

    Shell.Ran ran = shell.run("show", "production", "--logs");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            %s

            ── summary.txt
            Failed in migrate

            ── logs/web.log
            Traceback, not ended by a line end
            """
                .formatted(directory.resolve(FOLDER)));
  }

  @Test
  void logs_as_json_are_one_document() {
    givenLogs("summary.txt", "Failed in migrate\n");

    JsonNode document = shell.run("show", "production", "--logs", "--json").json();

    assertThat(document.get("operation").asText()).isEqualTo(Facts.ID);
    assertThat(document.get("folder").asText()).endsWith(FOLDER);
    assertThat(document.at("/files/0/name").asText()).isEqualTo("summary.txt");
    assertThat(document.at("/files/0/text").asText()).isEqualTo("Failed in migrate\n");
  }

  @Test
  void an_operation_that_did_not_fail_has_no_logs() {
    shell.session.ending = Optional.of(Facts.updated());

    Shell.Ran ran = shell.run("show", "production", "--logs");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("has no logs: nothing of it failed");
  }

  @Test
  void a_failure_of_which_nothing_was_kept_says_so() {
    shell.session.ending = Optional.of(Facts.rolledBack());

    assertThat(shell.run("show", "production", "--logs").err())
        .contains("has no logs: nothing was kept when it failed in migrate");
  }

  @Test
  void logs_that_are_not_on_this_host_say_where_they_were() {
    shell.session.ending = Optional.of(Facts.rolledBackWithLogs("/elsewhere/migrate-1"));

    Shell.Ran ran = shell.run("show", "production", "--logs", "--json");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("NoLogs");
    assertThat(ran.json().at("/error/message").asText()).contains("/elsewhere/migrate-1");
    assertThat(ran.json().at("/error/remedy").asText()).contains("on the host that ran it");
  }

  @Test
  void the_help_of_show_tells_of_the_logs() {
    assertThat(shell.run("show", "--help").out()).contains("--logs").contains("compose");
  }

  private void givenLogs(String file, String text) {
    shell.write(FOLDER + "/" + file, text);
  }

  @Test
  void an_unknown_operation_is_a_usage_error() {
    Shell.Ran ran = shell.run("show", "ffffff", "--json");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("UnknownOperation");
  }

  @Test
  void an_absent_worker_is_told_as_such() {
    shell.session.refusal = Optional.of(ClientFailures.workerAway());

    Shell.Ran ran = shell.run("status", "--json");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("WorkerUnavailable");
  }
}
