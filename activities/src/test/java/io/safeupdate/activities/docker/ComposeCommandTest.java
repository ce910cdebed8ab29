package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComposeCommandTest {
  private static final ComposeProject PROJECT =
      new ComposeProject(
          Path.of("/srv/shop"),
          List.of(Path.of("/srv/shop/base.yml"), Path.of("/srv/shop/production.yml")),
          Optional.of(Path.of("/srv/shop/.env_production")),
          Optional.of("shop_production"),
          List.of("mail", "metrics"));

  private static final List<String> FILES =
      List.of("--file", "/srv/shop/base.yml", "--file", "/srv/shop/production.yml");

  @Test
  void names_the_project_completely() {
    assertThat(ComposeCommand.onFilesOf(PROJECT).config().argv())
        .containsExactly(
            "docker",
            "compose",
            "--ansi",
            "never",
            "--progress",
            "plain",
            "--project-name",
            "shop_production",
            "--project-directory",
            "/srv/shop",
            "--file",
            "/srv/shop/base.yml",
            "--file",
            "/srv/shop/production.yml",
            "--env-file",
            "/srv/shop/.env_production",
            "--profile",
            "mail",
            "--profile",
            "metrics",
            "config",
            "--format",
            "json");
  }

  @Test
  void leaves_out_the_name_only_when_compose_is_to_resolve_it() {
    ComposeProject unnamed =
        new ComposeProject(
            Path.of("/srv/shop"), PROJECT.files(), Optional.empty(), Optional.empty(), List.of());

    assertThat(ComposeCommand.onFilesOf(unnamed).config().argv())
        .doesNotContain("--project-name", "--env-file", "--profile")
        .containsSubsequence("--project-directory", "/srv/shop", "config");
  }

  @Test
  void runs_in_the_project_directory_as_a_shell_there_would() {
    var command = ComposeCommand.onFilesOf(PROJECT).config();

    assertThat(command.directory()).isEqualTo(Path.of("/srv/shop"));
    assertThat(command.environment()).containsExactly(Map.entry("PWD", "/srv/shop"));
  }

  @Test
  void takes_a_model_from_standard_input_in_place_of_the_files() {
    assertThat(ComposeCommand.onStdinOf(PROJECT).build().argv())
        .containsSubsequence("--file", "-", "--env-file", "/srv/shop/.env_production", "build")
        .doesNotContainSequence(FILES);
  }

  @Test
  void starts_a_one_off_detached_named_and_with_closed_stdin() {
    Compose.OneOff oneOff =
        new Compose.OneOff(
            "su-1-migrate",
            "django",
            "{}",
            List.of("127.0.0.1::8000"),
            Map.of("safe-update.step", "1", "safe-update.a", "b=c"),
            List.of("python", "manage.py", "migrate"));

    assertThat(arguments(ComposeCommand.onStdinOf(PROJECT).run(oneOff).argv()))
        .containsExactly(
            "run",
            "--detach",
            "--no-TTY",
            "--interactive=false",
            "--no-deps",
            "--name",
            "su-1-migrate",
            "--publish",
            "127.0.0.1::8000",
            "--label",
            "safe-update.a=b=c",
            "--label",
            "safe-update.step=1",
            "--",
            "django",
            "python",
            "manage.py",
            "migrate");
  }

  @Test
  void starts_everything_without_building_or_pulling() {
    assertThat(arguments(ComposeCommand.onFilesOf(PROJECT).up(List.of()).argv()))
        .containsExactly("up", "--detach", "--no-build", "--pull", "never");
  }

  @Test
  void starts_some_services_without_their_dependencies() {
    assertThat(arguments(ComposeCommand.onFilesOf(PROJECT).up(List.of("postgres")).argv()))
        .containsExactly(
            "up", "--detach", "--no-build", "--pull", "never", "--no-deps", "--", "postgres");
  }

  @Test
  void a_service_whose_name_looks_like_an_option_is_none() {
    Compose.OneOff oneOff =
        new Compose.OneOff("su-1", "--build", "{}", List.of(), Map.of(), List.of("-c"));

    assertThat(ComposeCommand.onStdinOf(PROJECT).run(oneOff).argv())
        .endsWith("--", "--build", "-c");
    assertThat(ComposeCommand.onFilesOf(PROJECT).up(List.of("--build")).argv())
        .endsWith("--", "--build");
  }

  @Test
  void takes_down_without_touching_volumes_and_waits_longer_than_the_grace() {
    var down = ComposeCommand.onFilesOf(PROJECT).down(Duration.ofMinutes(15));

    assertThat(arguments(down.argv())).containsExactly("down", "--timeout", "900");
    assertThat(down.limit()).isGreaterThan(Duration.ofMinutes(15));
  }

  private static List<String> arguments(List<String> argv) {
    int end = argv.lastIndexOf("metrics");
    return argv.subList(end + 1, argv.size());
  }
}
