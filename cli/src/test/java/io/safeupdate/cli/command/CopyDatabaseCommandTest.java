package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Shell;
import io.safeupdate.cli.terminal.Keyboard;
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

  @Test
  void tells_a_person_what_is_replaced_and_takes_a_no() {
    givenATargetThatTakesCopies();
    shell.keyboard = types("no");

    Shell.Ran ran = shell.run("copy-database", "production", "staging");

    assertThat(ran.exitCode()).isEqualTo(11);
    assertThat(ran.err()).contains("staging (/srv/guestbook-staging)", "of production", "7 days");
    assertThat(shell.session.started).isEmpty();
  }

  @Test
  void copies_once_a_person_wants_it() {
    givenATargetThatTakesCopies();
    shell.keyboard = types("yes");

    shell.run("copy-database", "production", "staging");

    assertThat(shell.session.started).hasSize(1);
  }

  @Test
  void asks_nobody_about_what_the_host_will_refuse() {
    shell.keyboard = types("no");

    shell.run("copy-database", "production", "staging");

    assertThat(shell.session.started).hasSize(1);
  }

  private void givenATargetThatTakesCopies() {
    shell.write(
        "safe-update.yml",
        """
        deployments:
          production: {directory: /srv/guestbook, composeFiles: [a.yml], branch: master}
          staging:
            directory: /srv/guestbook-staging
            composeFiles: [staging.yml]
            branch: develop
            acceptsCopies: true
        """);
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

  @ParameterizedTest
  @ValueSource(strings = {"production", "elsewhere"})
  void a_target_that_cannot_be_is_refused_before_anything_is_asked(String to) {
    Shell.Ran ran = shell.run("copy-database", "production", to, "--yes");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(shell.session.started).isEmpty();
  }
}
