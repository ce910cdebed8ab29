package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupCommandsTest {
  private static final BackupSummary OURS =
      new BackupSummary(
          "b.sql.gz",
          1_200_000,
          Facts.NOW.minusSeconds(60),
          Optional.of(Facts.NOW),
          Optional.of("b.sql.gz, 1.2 MB, complete"),
          true,
          List.of("20261122T100000Z-1"),
          false);
  private static final BackupSummary THEIRS =
      new BackupSummary(
          "a.sql",
          900,
          Facts.NOW.minusSeconds(7200),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          true);

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void backup_starts_one_and_asks_for_a_trial_where_that_is_wanted() {
    shell.run("backup", "production", "--trial-restore");

    assertThat(shell.session.started.toString()).contains("trialRestore=Optional[true]");
  }

  @Test
  void backups_lists_what_is_known_of_each() {
    shell.session.inspection = Facts.withBackups(List.of(OURS, THEIRS));

    assertThat(shell.run("backups", "production").out().lines())
        .anyMatch(line -> line.matches("b\\.sql\\.gz .*1\\.2 MB .*20261122T100000Z-1"))
        .anyMatch(line -> line.matches("a\\.sql .*never +kept"));
  }

  @Test
  void backups_are_one_document_for_scripts() {
    shell.session.inspection = Facts.withBackups(List.of(OURS, THEIRS));

    var json = shell.run("backups", "production", "--json").json();

    assertThat(json.at("/backups/0/name").asText()).isEqualTo("b.sql.gz");
    assertThat(json.at("/backups/1/kept").asBoolean()).isTrue();
  }

  @Test
  void restore_names_the_backup() {
    shell.run("restore", "production", "b.sql.gz");

    assertThat(shell.session.started.toString()).contains("backup=b.sql.gz");
  }

  @Test
  void restore_of_a_path_is_refused_before_anything_is_asked() {
    Shell.Ran ran = shell.run("restore", "production", "../b.sql.gz");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("without its directory");
    assertThat(shell.session.started).isEmpty();
  }

  @Test
  void export_names_an_absolute_directory_and_by_default_no_backup() {
    shell.run("export", "production", "--to", "some/../place");

    assertThat(shell.session.started.toString())
        .contains("backup=Optional.empty")
        .contains("/place]");
  }

  @Test
  void export_of_one_names_it() {
    shell.run("export", "production", "b.sql.gz", "--to", "/srv/backups");

    assertThat(shell.session.started.toString()).contains("backup=Optional[b.sql.gz]");
  }

  @Test
  void import_names_an_absolute_file() {
    shell.run("import", "production", "/srv/backups/b.sql.gz");

    assertThat(shell.session.started.toString()).contains("file=/srv/backups/b.sql.gz");
  }

  @Test
  void keep_pins_and_lets_go() {
    shell.run("keep", "production", "b.sql.gz");
    assertThat(shell.session.started.toString()).contains("release=Optional[false]");

    shell.run("keep", "production", "b.sql.gz", "--release");
    assertThat(shell.session.started.toString()).contains("release=Optional[true]");
  }
}
