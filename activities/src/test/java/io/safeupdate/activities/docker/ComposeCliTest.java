package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeCliTest {
  private static final String UNSET =
      "time=\"2026-11-22T23:57:42Z\" level=warning msg=\"The \\\"%s\\\" variable is not set."
          + " Defaulting to a blank string.\"\n";

  @TempDir Path directory;

  private final List<String> started = new ArrayList<>();
  private Optional<Container> existing = Optional.empty();

  @ParameterizedTest
  @CsvSource({"2.26.1-4, 2.26.1", "v2.20.0, 2.20.0", "5.0.0-rc.1, 5.0.0", "2.40.3+ds1, 2.40.3"})
  void knows_the_version(String printed, String version) {
    assertThat(cli(ScriptedRunner.printing(printed + "\n")).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"2.19.9", "1.29.2", "v2.3"})
  void calls_an_old_version_incompatible_and_says_what_to_install(String printed) {
    assertThatThrownBy(() -> cli(ScriptedRunner.printing(printed)).version())
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.ENGINE_INCOMPATIBLE))
        .hasMessageContaining("too old")
        .hasMessageContaining("version 2.20 or later");
  }

  @Test
  void says_what_to_install_when_there_is_no_plugin() {
    ScriptedRunner runner =
        ScriptedRunner.failing(125, "docker: 'compose' is not a docker command.");

    StepFailure failure = failureOf(() -> cli(runner).version());

    assertThat(failure.type()).isEqualTo(FailureType.ENGINE_INCOMPATIBLE);
    assertThat(failure)
        .hasMessageContaining("'compose' is not a docker command")
        .hasMessageContaining("docker-compose-plugin");
  }

  @Test
  void reads_the_model() {
    ScriptedRunner runner = ScriptedRunner.printing("{\"name\": \"shop\", \"services\": {}}");

    assertThat(cli(runner).config(Projects.shop()).projectName()).isEqualTo("shop");
  }

  @Test
  void refuses_a_model_with_unset_variables_and_names_each_once() {
    String warnings = UNSET.formatted("NOPE") + UNSET.formatted("word") + UNSET.formatted("NOPE");
    ScriptedRunner runner = new ScriptedRunner(new CompletedProcess(0, "{}", warnings, List.of()));

    StepFailure failure = failureOf(() -> cli(runner).config(Projects.shop()));

    assertThat(failure.type()).isEqualTo(FailureType.CONFIG_INVALID);
    assertThat(failure)
        .hasMessageContaining("production.yml in /srv/shop: NOPE, word.")
        .hasMessageContaining("$$");
  }

  @Test
  void refuses_files_that_compose_does_not_accept() {
    ScriptedRunner runner =
        ScriptedRunner.failing(15, "services.a Additional property foo is not allowed");

    StepFailure failure = failureOf(() -> cli(runner).config(Projects.shop()));

    assertThat(failure.type()).isEqualTo(FailureType.CONFIG_INVALID);
    assertThat(failure)
        .hasMessage(
            "Compose does not accept production.yml in /srv/shop:\n"
                + "services.a Additional property foo is not allowed");
  }

  @Test
  void names_the_env_file_that_is_missing_without_asking_compose() {
    Path missing = directory.resolve(".env_production");
    ScriptedRunner runner = ScriptedRunner.printing("{}");

    StepFailure failure = failureOf(() -> cli(runner).config(withEnvFile(missing)));

    assertThat(failure.type()).isEqualTo(FailureType.CONFIG_INVALID);
    assertThat(failure).hasMessageContaining("The env file " + missing + " is not there");
    assertThat(runner.commands).isEmpty();
  }

  @Test
  void hides_the_secrets_of_the_env_file_and_of_the_model() throws IOException {
    Path envFile = Files.writeString(directory.resolve("env"), "DB_PASSWORD=of-env-file\n");
    String model = "{\"services\":{\"web\":{\"environment\":{\"API_TOKEN\":\"of-model\"}}}}";
    ScriptedRunner runner = ScriptedRunner.printing("");

    cli(runner).build(withEnvFile(envFile), model, Progress.NONE);

    assertThat(runner.command().mask().apply("of-env-file, of-model")).isEqualTo("***, ***");
    assertThat(runner.command().stdin()).contains(model);
  }

  @ParameterizedTest
  @CsvSource({
    "'write /var/lib/docker: no space left on device', DISK_FULL",
    "Cannot connect to the Docker daemon at unix:///x., ENGINE_UNAVAILABLE",
    "'error during connect: Get http://x: EOF', ENGINE_UNAVAILABLE",
    "permission denied while trying to connect to the Docker daemon socket, PRECONDITION_FAILED",
    "'client version 1.41 is too old.', ENGINE_INCOMPATIBLE",
    "dependency failed to start: container x is unhealthy, UNHEALTHY"
  })
  void tells_why_starting_failed(String stderr, FailureType type) {
    ScriptedRunner runner = ScriptedRunner.failing(1, stderr);

    StepFailure failure =
        failureOf(() -> cli(runner).up(Projects.shop(), List.of(), Progress.NONE));

    assertThat(failure.type()).isEqualTo(type);
    assertThat(failure).hasMessageContaining(stderr);
  }

  @Test
  void reports_what_compose_is_doing() {
    List<String> reported = new ArrayList<>();
    ScriptedRunner runner =
        ScriptedRunner.failing(
            0, " Container shop-web-1  Starting\n Container shop-web-1  Started");

    cli(runner).down(Projects.shop(), Duration.ofSeconds(10), reported::add);

    assertThat(reported).containsExactly("Container shop-web-1  Started");
  }

  @Test
  void answers_the_id_of_a_new_one_off() {
    assertThat(startOneOff(ScriptedRunner.printing("0123abcd\n"))).isEqualTo("0123abcd");
    assertThat(started).isEmpty();
  }

  @Test
  void attaches_to_the_one_off_of_an_earlier_attempt() {
    existing = Optional.of(Containers.with("running", "django"));

    assertThat(startOneOff(conflict())).isEqualTo("existing-id");
    assertThat(started).isEmpty();
  }

  @Test
  void starts_the_one_off_that_an_earlier_attempt_only_created() {
    existing = Optional.of(Containers.with("created", "django"));

    assertThat(startOneOff(conflict())).isEqualTo("existing-id");
    assertThat(started).containsExactly("existing-id");
  }

  @Test
  void does_not_attach_to_a_stranger_of_the_same_name() {
    existing = Optional.of(Containers.with("running", "postgres"));

    assertThat(failureOf(() -> startOneOff(conflict())).type())
        .isEqualTo(FailureType.PRECONDITION_FAILED);
  }

  @Test
  void tries_again_when_the_container_in_the_way_is_gone() {
    assertThat(failureOf(() -> startOneOff(conflict())).type()).isEqualTo(FailureType.LOCK_BUSY);
  }

  @Test
  void tells_why_a_one_off_could_not_be_started() {
    ScriptedRunner runner =
        ScriptedRunner.failing(1, "exec: \"nope\": executable file not found in $PATH: unknown");

    StepFailure failure = failureOf(() -> startOneOff(runner));

    assertThat(failure.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
    assertThat(failure).hasMessageContaining("su-1").hasMessageContaining("executable file not");
  }

  private static ScriptedRunner conflict() {
    return ScriptedRunner.failing(
        1,
        "Error response from daemon: Conflict. The container name \"/su-1\" is already in use by"
            + " container \"5a1c\". You have to remove (or rename) that container.");
  }

  private String startOneOff(ScriptedRunner runner) {
    Compose.OneOff oneOff =
        new Compose.OneOff("su-1", "django", "{}", List.of(), Map.of(), List.of());
    return cli(runner).startOneOff(Projects.shop(), oneOff);
  }

  private ComposeCli cli(ScriptedRunner runner) {
    return new ComposeCli(runner, new OneOffs(name -> existing, started::add));
  }

  private ComposeProject withEnvFile(Path envFile) {
    return new ComposeProject(
        directory,
        List.of(directory.resolve("production.yml")),
        Optional.of(envFile),
        Optional.of("shop"),
        List.of());
  }

  private static StepFailure failureOf(Runnable deed) {
    return catchThrowableOfType(StepFailure.class, deed::run);
  }
}
