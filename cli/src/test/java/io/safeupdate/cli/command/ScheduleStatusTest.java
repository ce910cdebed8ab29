package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.client.ScheduledRun;
import io.safeupdate.workflows.contract.ScheduledTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says about schedules. */
final class ScheduleStatusTest {
  private static final Instant NEXT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void a_good_one_is_a_row_with_when_it_ran_and_when_it_runs_next() {
    givenLast(run(OperationStatus.COMPLETED, Optional.empty()));

    assertThat(status())
        .contains(
            "✓  scheduled backup  daily 02:00 UTC  next 2026-11-23 02:00:00 UTC  done 10 h ago ("
                + Facts.ID
                + ")\n")
        .doesNotContain("failed");
  }

  @Test
  void one_that_has_not_run_yet_says_so() {
    given(schedule(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0));

    assertThat(status())
        .contains(
            "·  scheduled backup  daily 02:00 UTC  next 2026-11-23 02:00:00 UTC  has not run");
  }

  @Test
  void a_failed_one_says_why_and_where_to_look() {
    ScheduledRun failed =
        run(OperationStatus.FAILED, Optional.of("backup failed: the disk\nis full"));
    given(schedule(Optional.empty(), Optional.of(failed), Optional.of(failed), 0, 0));

    assertThat(status())
        .contains("✗  scheduled backup  daily 02:00 UTC")
        .contains(
            "  ✗ scheduled backup failed 10 h ago: backup failed: the disk is full. Look:"
                + " safe-update show "
                + Facts.ID
                + ". None has succeeded since.\n");
  }

  @Test
  void a_failed_one_is_told_while_the_next_one_runs() {
    ScheduledRun failed = run(OperationStatus.FAILED, Optional.of("no room"));
    ScheduledRun open = run(OperationStatus.OPEN, Optional.of("waits until it may"));
    given(schedule(Optional.empty(), Optional.of(open), Optional.of(failed), 0, 0));

    assertThat(status())
        .contains("✗  scheduled backup", "started 10 h ago", "waits until it may")
        .contains("scheduled backup failed 10 h ago: no room.");
  }

  @Test
  void a_paused_one_says_who_paused_it_and_why() {
    given(schedule(Optional.of("Ada: new disk"), Optional.empty(), Optional.empty(), 0, 0));

    assertThat(status()).contains("!  scheduled backup  daily 02:00 UTC  paused: Ada: new disk");
  }

  @Test
  void tells_how_many_were_left_out() {
    ScheduledRun done = run(OperationStatus.COMPLETED, Optional.empty());
    given(schedule(Optional.empty(), Optional.of(done), Optional.empty(), 2, 1));

    assertThat(status())
        .contains("2 skipped while the one before was open, 1 missed while the server was away");
  }

  @Test
  void one_that_is_configured_and_not_there_is_told() {
    givenAConfiguredExport();

    assertThat(status()).contains("!  scheduled export  not at the server yet");
  }

  @Test
  void json_has_all_of_it() {
    givenAConfiguredExport();
    ScheduledRun failed = run(OperationStatus.FAILED, Optional.of("no room"));
    given(schedule(Optional.empty(), Optional.of(failed), Optional.of(failed), 2, 1));

    JsonNode deployment = shell.run("status", "production", "--json").json().at("/deployments/0");

    assertThat(deployment.at("/schedules/0/task").asText()).isEqualTo("backup");
    assertThat(deployment.at("/schedules/0/timetable").asText()).isEqualTo("daily 02:00 UTC");
    assertThat(deployment.at("/schedules/0/next").asText()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(deployment.at("/schedules/0/last/operation").asText()).isEqualTo(Facts.ID);
    assertThat(deployment.at("/schedules/0/last/status").asText()).isEqualTo("FAILED");
    assertThat(deployment.at("/schedules/0/failed/message").asText()).isEqualTo("no room");
    assertThat(deployment.at("/schedules/0/failed/failed").isMissingNode()).isTrue();
    assertThat(deployment.at("/unscheduled/0").asText()).isEqualTo("export");
  }

  private void givenAConfiguredExport() {
    shell.write(
        "safe-update.yml",
        """
        stateDirectory: state
        exportRoots: [/srv/backups]
        deployments:
          production:
            directory: /srv/guestbook
            composeFiles: [production.yml]
            branch: master
            database: {service: postgres}
            migrate: none
            schedule: {export: daily 04:00, exportTo: /srv/backups}
        """);
  }

  private String status() {
    Shell.Ran ran = shell.run("status", "production");
    assertThat(ran.exitCode()).isZero();
    return ran.out();
  }

  private void givenLast(ScheduledRun run) {
    given(schedule(Optional.empty(), Optional.of(run), Optional.empty(), 0, 0));
  }

  private void given(ScheduleStatus schedule) {
    shell.session.schedules = List.of(schedule);
  }

  private static ScheduleStatus schedule(
      Optional<String> paused,
      Optional<ScheduledRun> last,
      Optional<ScheduledRun> failed,
      long skipped,
      long missed) {
    return new ScheduleStatus(
        "schedule/local/production/backup",
        ScheduledTask.BACKUP,
        "daily 02:00 UTC",
        paused,
        Optional.of(NEXT),
        last,
        failed,
        skipped,
        missed);
  }

  private static ScheduledRun run(OperationStatus status, Optional<String> message) {
    Instant then = Facts.NOW.minus(Duration.ofHours(10));
    return new ScheduledRun(then, then, Optional.of(status), Optional.of(Facts.ID), message);
  }
}
