package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
@Timeout(120)
class DockerEngineTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final String SLEEPER =
      """
      services:
        web:
          image: BASE
          command: sleep 600
          init: true
          stop_grace_period: 1s
          volumes: [data:/data]
          ports: ["127.0.0.1::8000"]
          labels: {color: blue}
          restart: unless-stopped
          healthcheck: {test: "true", interval: 1s}
      volumes: {data: {}}
      """;

  @TempDir private static Path directory;

  private static Sandbox sandbox;
  private static Engine engine;

  @BeforeAll
  static void open() {
    sandbox = new Sandbox(directory);
    engine = sandbox.engine;
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void is_the_engine_that_the_docker_command_talks_to() {
    Engine.Info info = engine.info();

    assertThat(info.id()).isEqualTo(sandbox.docker("info", "--format", "{{.ID}}"));
    assertThat(info.version()).isEqualTo(sandbox.docker("info", "--format", "{{.ServerVersion}}"));
    assertThat(info.rootDirectory())
        .isEqualTo(sandbox.docker("info", "--format", "{{.DockerRootDir}}"));
    assertThat(info.apiVersion()).startsWith("1.");
  }

  @Test
  void describes_a_container_as_compose_made_it() {
    Instant before = Instant.now();
    up();

    Container web = sandbox.container("web");

    assertThat(web.name()).isEqualTo(sandbox.name + "-web-1");
    assertThat(web.number()).isEqualTo(1);
    assertThat(web.isRunning()).isTrue();
    assertThat(web.imageId()).isEqualTo(engine.image(Sandbox.BASE).orElseThrow().id());
    assertThat(web.health()).get().isIn("starting", "healthy");
    assertThat(web.restartPolicy()).isEqualTo("unless-stopped");
    assertThat(web.startedAt()).isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5));
    assertThat(web.volumes()).containsExactly(sandbox.name + "_data");
    assertThat(web.ports()).containsOnlyKeys(8000);
    assertThat(web.labels()).containsEntry("color", "blue");
    assertThat(engine.container(web.name())).map(Container::id).contains(web.id());
    assertThat(engine.labelled("color", "blue")).extracting(Container::id).contains(web.id());
    assertThat(engine.containers(sandbox.name, true)).isEmpty();
    assertThat(engine.container("no-such-container")).isEmpty();
  }

  @Test
  void stops_and_starts_and_removes_however_often_it_is_asked() {
    up();
    String id = sandbox.container("web").id();

    engine.stop(id);
    engine.stop(id);
    assertThat(sandbox.container("web").status()).isEqualTo("exited");

    engine.start(id);
    engine.start(id);
    assertThat(sandbox.container("web").isRunning()).isTrue();

    engine.remove(id);
    engine.remove(id);
    engine.stop(id);
    assertThat(engine.container(id)).isEmpty();
    assertThat(sandbox.docker("volume", "ls", "-q")).contains(sandbox.name + "_data");
  }

  @Test
  void changes_the_restart_policy_and_can_put_it_back() {
    up();
    String id = sandbox.container("web").id();

    for (String policy : List.of("no", "on-failure:3", "always", "unless-stopped")) {
      engine.restartPolicy(id, policy);
      assertThat(sandbox.container("web").restartPolicy()).isEqualTo(policy);
    }
  }

  @Test
  void waits_for_the_exit_code_of_a_container() {
    List<String> reported = new ArrayList<>();
    String id = start("sleep 1; exit 7");

    assertThat(engine.await(id, MINUTE, reported::add)).isEqualTo(7);
    assertThat(reported).isNotEmpty().allMatch(message -> message.contains("runs"));
  }

  @Test
  void stops_waiting_at_the_limit_and_leaves_the_container_running() {
    String id = start("sleep 600");

    StepFailure failure = failureOf(() -> engine.await(id, Duration.ofMillis(300), Progress.NONE));

    assertThat(failure.type()).isEqualTo(FailureType.TIMED_OUT);
    assertThat(engine.container(id)).map(Container::isRunning).contains(true);
  }

  @Test
  void reads_the_last_lines_of_both_streams_in_order_without_colours() {
    String id =
        start("seq 100; sleep 0.2; printf '\\033[31mred\\033[0m\\n' >&2; sleep 0.2; echo ünd");
    engine.await(id, MINUTE, Progress.NONE);

    assertThat(engine.logs(id, 4)).isEqualTo("99\n100\nred\nünd\n");
  }

  @Test
  void hides_in_a_log_what_the_container_was_given_to_keep() {
    String id =
        sandbox.docker(
            "run",
            "-d",
            "--label",
            ContainerReader.PROJECT + "=" + sandbox.name,
            "--env",
            "DB_USER=ada",
            "--env",
            "DB_PASSWORD=hunter2-and-more",
            Sandbox.BASE,
            "sh",
            "-c",
            "echo $DB_USER:$DB_PASSWORD");
    engine.await(id, MINUTE, Progress.NONE);

    assertThat(engine.logs(id, 10)).isEqualTo("ada:***\n");
  }

  @Test
  void runs_a_program_in_a_container() {
    String id = start("sleep 600");

    Engine.ExecResult result =
        engine.exec(
            id,
            List.of(
                "sh",
                "-c",
                "echo \"out $SECRET\"; echo err >&2; tr '\\0' ' ' </proc/$$/cmdline; exit 3"),
            Map.of("SECRET", "it's \"$x\"\nline"),
            MINUTE);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.succeeded()).isFalse();
    assertThat(result.stdout()).startsWith("out it's \"$x\"\nline\n");
    assertThat(result.stderr()).isEqualTo("err\n");
  }

  @Test
  void keeps_only_the_end_of_what_a_program_prints() {
    String id = start("sleep 600");

    Engine.ExecResult result = engine.exec(id, List.of("sh", "-c", "seq 200000"), Map.of(), MINUTE);

    assertThat(result.stdout()).hasSize(64 << 10).endsWith("\n199999\n200000\n");
  }

  @Test
  void stops_waiting_for_a_program_at_its_limit() {
    String id = start("sleep 600");

    StepFailure failure =
        failureOf(() -> engine.exec(id, List.of("sleep", "30"), Map.of(), Duration.ofMillis(500)));

    assertThat(failure.type()).isEqualTo(FailureType.TIMED_OUT);
    assertThat(failure)
        .hasMessageContaining("Running sleep in container")
        .hasMessageContaining("may still run there");
  }

  @Test
  void answers_the_exit_code_of_a_program_that_is_not_there() {
    String id = start("sleep 600");

    Engine.ExecResult result = engine.exec(id, List.of("no-such-program"), Map.of(), MINUTE);

    assertThat(result.exitCode()).isIn(126, 127);
    assertThat(result.stdout() + result.stderr()).contains("no-such-program");
  }

  @Test
  void says_that_a_container_does_not_run() {
    String id = start("true");
    engine.await(id, MINUTE, Progress.NONE);

    StepFailure failure = failureOf(() -> engine.exec(id, List.of("true"), Map.of(), MINUTE));

    assertThat(failure.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
    assertThat(failure).hasMessageContaining("is not running");
  }

  @Test
  void gives_an_image_names_and_takes_them_away() {
    String id = engine.image(Sandbox.BASE).orElseThrow().id();
    String name = "safe-update/" + sandbox.name + "/web:1";

    engine.tag(id, name);
    engine.tag(id, name);
    assertThat(engine.image(name)).map(Engine.Image::id).contains(id);
    assertThat(engine.image(id).orElseThrow().references()).contains(name, Sandbox.BASE);
    assertThat(engine.tags("safe-update/" + sandbox.name)).containsExactly(name);

    assertThat(engine.untag(name)).isTrue();
    assertThat(engine.untag(name)).isTrue();
    assertThat(engine.image(name)).isEmpty();
    assertThat(engine.image(id).orElseThrow().bytes()).isPositive();
  }

  @Test
  void leaves_the_name_of_an_image_that_a_container_uses() {
    String name = sandbox.name + "-used:1";
    sandbox.file("Dockerfile", "FROM BASE\nLABEL only=" + sandbox.name + "\n");
    sandbox.docker("build", "-q", "-t", name, ".");
    String id = start(name, "sleep 600");

    assertThat(engine.untag(name)).isFalse();
    assertThat(engine.image(name)).isPresent();
    engine.remove(id);
    assertThat(engine.untag(name)).isTrue();
    assertThat(engine.image(name)).isEmpty();
  }

  @Test
  void names_networks_by_the_key_of_the_compose_file_and_leaves_used_ones() {
    up();
    Engine.Network network = engine.networks(sandbox.name).get(0);
    assertThat(network.name()).isEqualTo("default");

    engine.removeNetwork(network.id());
    assertThat(engine.networks(sandbox.name)).containsExactly(network);

    engine.remove(sandbox.container("web").id());
    engine.removeNetwork(network.id());
    engine.removeNetwork(network.id());
    assertThat(engine.networks(sandbox.name)).isEmpty();
  }

  @Test
  void tells_a_registry_that_is_away() {
    StepFailure failure = failureOf(() -> engine.pull("127.0.0.1:1/web:1", Progress.NONE));

    assertThat(failure.type()).isEqualTo(FailureType.REMOTE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("127.0.0.1:1/web:1");
  }

  private static void up() {
    sandbox.compose.up(sandbox.project(SLEEPER), List.of(), Progress.NONE);
  }

  private static String start(String script) {
    return start(Sandbox.BASE, script);
  }

  private static String start(String image, String script) {
    return sandbox.docker(
        "run",
        "-d",
        "--label",
        ContainerReader.PROJECT + "=" + sandbox.name,
        image,
        "sh",
        "-c",
        script);
  }

  private static StepFailure failureOf(Runnable deed) {
    return catchThrowableOfType(StepFailure.class, deed::run);
  }
}
