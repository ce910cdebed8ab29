package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.contract.CopyRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CopyDatabaseCommandTest {
  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void copies_a_fresh_backup() {
    shell.run("copy-database", "production", "staging", "--yes");

    assertThat(shell.session.started)
        .containsExactly(new CopyRequest("production", "staging", Optional.empty()));
  }

  @Test
  void copies_the_backup_that_is_named() {
    shell.run("copy-database", "production", "staging", "--yes", "--backup", "a.sql.gz");

    assertThat(shell.session.started)
        .containsExactly(new CopyRequest("production", "staging", Optional.of("a.sql.gz")));
  }

  @Test
  void asks_first_and_is_refused_where_nobody_can_answer() {
    Shell.Ran ran = shell.run("copy-database", "production", "staging");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("--yes").contains("database of staging");
    assertThat(shell.session.started).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "elsewhere"})
  void a_target_that_cannot_be_is_refused_before_anything_is_asked(String to) {
    Shell.Ran ran = shell.run("copy-database", "production", to, "--yes");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(shell.session.started).isEmpty();
  }
}
