package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.cli.terminal.Keyboard;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackPlan.RecordedImage;
import io.safeupdate.workflows.contract.RollbackPlan.TableRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {
  private static final String POINT = "20261122T100000Z-3f1a2b";

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
    shell.session.inspection = Facts.withRollback(plan(Optional.empty()));
  }

  @Test
  void is_refused_where_nobody_can_be_asked() {
    Shell.Ran ran = shell.run("rollback", "production");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("nobody to ask", "--yes");
    assertThat(shell.session.calls).isEmpty();
  }

  @Test
  void says_what_is_lost_before_it_asks() {
    shell.keyboard = types("no");

    Shell.Ran ran = shell.run("rollback", "production");

    assertThat(ran.out())
        .contains("Rollback of production to " + POINT)
        .contains("Commits that go (1)", "Sell tickets")
        .contains("20 rows are lost (120 now, 100 then)")
        .contains("goes, with 3 rows")
        .contains("Images to be made again (1)");
    assertThat(ran.exitCode()).isEqualTo(11);
    assertThat(shell.session.started).isEmpty();
  }

  @Test
  void does_what_was_shown_once_that_is_wanted() {
    shell.keyboard = types("yes");

    shell.run("rollback", "production");

    assertThat(shell.session.started.toString()).contains("restorePoint=Optional[" + POINT + "]");
  }

  @Test
  void yes_is_enough_for_scripts() {
    shell.run("rollback", "production", "--code-only", "--force", "--yes", "--json");

    assertThat(shell.session.started.toString())
        .contains("codeOnly=Optional[true]", "force=Optional[true]");
  }

  @Test
  void a_plan_starts_nothing_and_is_a_document() {
    var json = shell.run("rollback", "production", "--plan", "--json").json();

    assertThat(json.at("/rollback/tables/0/now").asInt()).isEqualTo(120);
    assertThat(shell.session.started).isEmpty();
  }

  @Test
  void what_would_be_rejected_is_not_started() {
    shell.session.inspection =
        Facts.withRollback(
            plan(Optional.of(new FailureReport("preflight", "PreflightFailed", "no backup"))));

    Shell.Ran ran = shell.run("rollback", "production", "--yes");

    assertThat(ran.exitCode()).isEqualTo(30);
    assertThat(ran.out()).contains("would be rejected", "no backup");
    assertThat(shell.session.started).isEmpty();
  }

  @Test
  void both_halves_together_are_refused() {
    assertThat(
            shell
                .run("rollback", "production", "--code-only", "--database-only", "--yes")
                .exitCode())
        .isEqualTo(2);
  }

  private static Keyboard types(String line) {
    return new Keyboard() {
      @Override
      public boolean isThere() {
        return true;
      }

      @Override
      public Optional<String> line() {
        return Optional.of(line);
      }
    };
  }

  private static RollbackPlan plan(Optional<FailureReport> rejected) {
    return new RollbackPlan(
        Optional.of(POINT),
        Optional.of(Facts.NOW),
        Optional.of("2".repeat(40)),
        Optional.of("1".repeat(40)),
        List.of(new CommitLine("2".repeat(40), "Ada", Facts.NOW, "Sell tickets")),
        List.of(),
        Optional.of("copy su_snapshot_abc"),
        List.of(
            new TableRows("public.entry", Optional.of(120L), Optional.of(100L), true),
            new TableRows("public.ticket", Optional.of(3L), Optional.empty(), true)),
        List.of(new RecordedImage("django", "app:latest", "sha256:11", false)),
        List.of(),
        rejected);
  }
}
