package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "worker",
        "api",
        "init",
        "doctor",
        "plan",
        "update",
        "media",
        "status",
        "restore-points",
        "history",
        "show",
        "cancel",
        "decide",
        "retry",
        "completion"
      })
  void every_command_explains_itself_with_examples(String command) {
    Shell.Ran ran = Shell.in(directory).run(command, "--help");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("Usage: safe-update " + command)
        .contains("Examples:\n  ")
        .contains("--json")
        .contains("--config=FILE");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void help_lists_all_commands_and_exit_codes() {
    Shell.Ran ran = Shell.in(directory).run("--help");

    assertThat(ran.out()).contains("restore-points").contains("40 busy");
  }

  @Test
  void the_version_names_the_program() {
    Shell.Ran ran = Shell.in(directory).run("--version");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).startsWith("safe-update ");
  }

  @Test
  void no_command_is_a_usage_error() {
    Shell.Ran ran = Shell.in(directory).run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("No command was given").contains("safe-update --help");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void a_mistyped_command_gets_a_suggestion() {
    assertThat(Shell.in(directory).run("updte", "production").err())
        .contains("did you mean update");
  }

  @Test
  void usage_errors_are_one_document_with_json() {
    Shell.Ran ran = Shell.in(directory).run("update", "--json", "--bogus", "production");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("UsageError");
    assertThat(ran.json().at("/error/message").asText()).contains("--bogus");
    assertThat(ran.json().at("/error/remedy").asText()).contains("safe-update update --help");
  }

  @Test
  void a_missing_configuration_says_how_to_get_one() {
    Shell.Ran ran = Shell.in(directory).run("status");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("safe-update init DIR");
  }

  @Test
  void a_broken_configuration_is_told_with_file_and_line() {
    Shell shell = Shell.in(directory);
    shell.write("safe-update.yml", "deployments:\n  production: {directorry: /srv}\n");

    Shell.Ran ran = shell.run("status", "--json");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.json().at("/error/type").asText()).isEqualTo("ConfigInvalid");
    assertThat(ran.json().at("/error/message").asText())
        .contains("safe-update.yml:2")
        .contains("directorry");
  }

  @Test
  void a_worker_alone_needs_a_server_elsewhere() {
    Shell.Ran ran = Shell.configured(directory).run("worker");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("temporal.address is `embedded`");
  }

  @Test
  void an_api_alone_needs_a_server_elsewhere() {
    Shell.Ran ran = Shell.configured(directory).run("api");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("temporal.address is `embedded`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completion_knows_the_commands(String shell) {
    assertThat(Shell.in(directory).run("completion", shell).out())
        .contains("restore-points")
        .contains("--on-failure");
  }
}
