package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
@Timeout(120)
class ComposeCliEngineTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final String SHOP =
      """
      services:
        web:
          build: .
          image: PROJECT-web:production
          command: sleep 600
          init: true
          depends_on: [cache]
          environment:
            PASSWORD: ${DB_PASSWORD}
            DOLLARS: 'a$$b $${C} $$'
            QUOTES: it's "q" \\ back
            LINES: "l1\\nl2"
            EMPTY: ""
          labels: {router: web, price: "5$$"}
          ports: ["127.0.0.1::8000"]
          volumes: ["data:/data", "shared:/shared:ro", "./static:/static"]
          networks: {front: {aliases: [shop]}}
          secrets: [token]
          configs: [{source: conf, target: /etc/shop.conf}]
          restart: unless-stopped
        cache:
          image: BASE
          command: sleep 600
          profiles: [extra]
      volumes: {data: {}, shared: {external: true, name: PROJECT_shared}}
      networks: {front: {external: true, name: PROJECT_front}}
      secrets: {token: {file: ./token.txt}}
      configs: {conf: {file: ./shop.conf}}
      """;

  private static final String ENV_FILE = "DB_PASSWORD='pa$word#1 \"q\"'\n";

  @TempDir Path directory;

  private Sandbox sandbox;
  private ComposeCli compose;

  @BeforeEach
  void open() {
    sandbox = new Sandbox(directory);
    compose = sandbox.compose;
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void resolves_the_model_of_an_application() {
    ComposeModel model = compose.config(shop());

    assertThat(model.projectName()).isEqualTo(sandbox.name);
    assertThat(model.services()).containsOnlyKeys("web", "cache");
    ComposeService web = model.services().get("web");
    assertThat(web.image()).isEqualTo(sandbox.name + "-web:production");
    assertThat(web.buildContext()).contains(directory.toString());
    assertThat(web.volumes()).containsExactly(sandbox.name + "_data", sandbox.name + "_shared");
    assertThat(web.binds())
        .extracting(ComposeService.Bind::target)
        .containsExactly("/static", "/run/secrets/token", "/etc/shop.conf");
    assertThat(model.secrets().apply("pa$word#1 \"q\"")).isEqualTo("***");
    assertThat(compose.config(shop()).hash()).isEqualTo(model.hash());
  }

  @Test
  void gives_a_one_off_exactly_the_world_of_its_service() {
    String id = startOneOff(oneOff("print", PRINT_THE_WORLD));

    assertThat(sandbox.engine.await(id, MINUTE, Progress.NONE)).isEqualTo(7);
    // Not by our own port, which would hide the password.
    assertThat(sandbox.docker("logs", id) + "\n")
        .isEqualTo(
            """
            pa$word#1 "q"|a$b ${C} $|it's "q" \\ back|l1
            l2||
            a token with $X
            conf with ${Y}
            read 0 bytes
            argument with 'quotes' and $PASSWORD
            """);
  }

  private static final List<String> PRINT_THE_WORLD =
      List.of(
          "sh",
          "-c",
          """
          echo "$PASSWORD|$DOLLARS|$QUOTES|$LINES|$EMPTY|"
          cat /run/secrets/token /etc/shop.conf
          echo "read $(cat | wc -c) bytes"
          echo "$1"
          touch /data/x /static/x && ! touch /shared/x 2>/dev/null && exit 7
          """,
          "sh",
          "argument with 'quotes' and $PASSWORD");

  @Test
  void starts_a_one_off_that_no_user_is_routed_to_and_nothing_restarts() {
    Container started =
        sandbox
            .engine
            .container(startOneOff(oneOff("hidden", List.of("sleep", "600"))))
            .orElseThrow();

    assertThat(started.name()).isEqualTo(sandbox.name + "-hidden");
    assertThat(started.restartPolicy()).isEqualTo("no");
    assertThat(started.labels())
        .containsEntry("safe-update.step", "1 = $x")
        .doesNotContainKeys("router", "price");
    assertThat(started.ports()).containsOnlyKeys(9000);
    assertThat(started.imageId()).isEqualTo(sandbox.engine.image(Sandbox.BASE).orElseThrow().id());
    assertThat(sandbox.engine.containers(sandbox.name, true)).containsExactly(started);
    assertThat(sandbox.engine.containers(sandbox.name, false)).isEmpty();
    assertThat(aliases(started)).doesNotContain("shop").doesNotContain("\"web\"");
  }

  @Test
  void starts_a_one_off_of_one_name_only_once() {
    Compose.OneOff oneOff = oneOff("once", List.of("sh", "-c", "echo ran >> /data/runs; exit 3"));

    String first = startOneOff(oneOff);
    assertThat(sandbox.engine.await(first, MINUTE, Progress.NONE)).isEqualTo(3);
    String second = startOneOff(oneOff);

    assertThat(second).isEqualTo(first);
    String count = startOneOff(oneOff("count", List.of("wc", "-l", "/data/runs")));
    sandbox.engine.await(count, MINUTE, Progress.NONE);
    assertThat(sandbox.engine.logs(count, 1)).isEqualTo("1 /data/runs\n");
  }

  @Test
  void shares_the_network_of_a_running_service_with_its_one_off() {
    ComposeProject project =
        sandbox.project(
            """
            services:
              web: {image: BASE, command: sleep 600, init: true, hostname: the-web}
              side: {image: BASE, command: "true", network_mode: "service:web"}
            """);
    compose.up(project, List.of("web"), Progress.NONE);
    String model = compose.config(project).oneOffFile("side", Sandbox.BASE);

    String id =
        compose.startOneOff(
            project,
            new Compose.OneOff(
                sandbox.name + "-side", "side", model, List.of(), Map.of(), List.of("hostname")));

    assertThat(sandbox.engine.await(id, MINUTE, Progress.NONE)).isZero();
    assertThat(sandbox.engine.logs(id, 1)).isEqualTo("the-web\n");
  }

  @Test
  void builds_under_other_names_where_one_image_is_built_from_another() {
    String base = "safe-update/" + sandbox.name + "/base:2";
    String web = "safe-update/" + sandbox.name + "/web:2";
    sandbox.engine.tag(baseId(), sandbox.name + "-zbase:latest");
    sandbox.file(
        "Dockerfile",
        "FROM %s-zbase\nARG PRICE\nRUN echo \"$(cat /made), ${PRICE}\" > /web\n"
            .formatted(sandbox.name));
    sandbox.file("base.Dockerfile", "FROM BASE\nRUN echo the new base > /made\n");
    ComposeProject project =
        sandbox.project(
            """
            services:
              web: {build: {context: ., args: {PRICE: "5$$"}}}
              zbase: {build: {context: ., dockerfile: base.Dockerfile}}
            """);
    ComposeModel model = compose.config(project);

    compose.build(project, model.buildFile(Map.of("web", web, "zbase", base)), Progress.NONE);

    assertThat(sandbox.engine.image(web)).isPresent();
    assertThat(sandbox.engine.image(sandbox.name + "-web")).isEmpty();
    assertThat(sandbox.docker("run", "--rm", web, "cat", "/web")).isEqualTo("the new base, 5$");
    assertThat(sandbox.engine.image(sandbox.name + "-zbase").orElseThrow().id())
        .isEqualTo(baseId());
  }

  @Test
  void tells_which_step_of_a_build_failed_and_how() {
    sandbox.file(
        "Dockerfile",
        "FROM BASE\nRUN echo starting\nRUN sleep 1.2; echo no such package >&2; exit 3\n");
    ComposeProject project = sandbox.project("services: {web: {build: .}}");
    String buildFile = compose.config(project).buildFile(Map.of("web", broken()));
    List<String> reported = new ArrayList<>();

    StepFailure failure = failureOf(() -> compose.build(project, buildFile, reported::add));

    assertThat(failure.type()).isEqualTo(FailureType.BUILD_FAILED);
    assertThat(failure)
        .hasMessageContaining("The build failed at [web 3/3] RUN sleep 1.2; echo no such package")
        .hasMessageContaining("\nno such package\n")
        .hasMessageContaining("exit code: 3");
    assertThat(reported).last().asString().contains("[web 3/3] RUN sleep");
    assertThat(sandbox.engine.image(broken())).isEmpty();
  }

  @Test
  void tells_that_the_dockerfile_is_missing() {
    ComposeProject project = sandbox.project("services: {web: {build: .}}");
    String buildFile = compose.config(project).buildFile(Map.of("web", broken()));

    StepFailure failure = failureOf(() -> compose.build(project, buildFile, Progress.NONE));

    assertThat(failure.type()).isEqualTo(FailureType.BUILD_FAILED);
    assertThat(failure).hasMessageContaining("Dockerfile");
  }

  @Test
  void ends_the_build_when_it_is_cancelled() {
    sandbox.file("Dockerfile", "FROM BASE\nRUN sleep 45\n");
    ComposeProject project = sandbox.project("services: {web: {build: .}}");
    String buildFile = compose.config(project).buildFile(Map.of("web", broken()));
    IllegalStateException cancelled = new IllegalStateException("cancelled");

    Throwable thrown =
        catchThrowable(
            () ->
                compose.build(
                    project,
                    buildFile,
                    message -> {
                      throw cancelled;
                    }));

    assertThat(thrown).isSameAs(cancelled);
    assertThat(commandLinesWith(sandbox.name)).isEmpty();
    assertThat(sandbox.engine.image(broken())).isEmpty();
  }

  @Test
  void starts_what_the_files_say_and_recreates_only_what_moved() {
    String image = sandbox.name + "-web:production";
    sandbox.engine.tag(baseId(), image);
    ComposeProject project =
        sandbox.project(
            """
            services:
              web: {image: PROJECT-web:production, command: sleep 600, init: true, build: ., pull_policy: build}
              db: {image: BASE, command: sleep 600, init: true, pull_policy: always}
            """
                .replace("PROJECT", sandbox.name));
    compose.up(project, List.of(), Progress.NONE);
    String db = sandbox.container("db").id();
    String web = sandbox.container("web").id();
    sandbox.file("Dockerfile", "FROM BASE\nLABEL only=" + sandbox.name + "\n");
    sandbox.docker("build", "-q", "-t", image, ".");

    compose.up(project, List.of(), Progress.NONE);

    assertThat(sandbox.container("db").id()).isEqualTo(db);
    assertThat(sandbox.container("web").id()).isNotEqualTo(web);
    assertThat(sandbox.container("web").imageId())
        .isEqualTo(sandbox.engine.image(image).orElseThrow().id());
  }

  @Test
  void never_pulls_an_image_that_is_missing() {
    ComposeProject project = sandbox.project("services: {web: {image: '127.0.0.1:1/nope:1'}}");

    StepFailure failure = failureOf(() -> compose.up(project, List.of(), Progress.NONE));

    assertThat(failure.type()).isEqualTo(FailureType.UNHEALTHY);
    assertThat(failure).hasMessageContaining("127.0.0.1:1/nope:1");
  }

  @Test
  void takes_down_containers_and_networks_but_no_volume() {
    ComposeProject project =
        sandbox.project(
            """
            services: {web: {image: BASE, command: sleep 600, init: true, volumes: ["data:/data"]}}
            volumes: {data: {}}
            """);
    compose.up(project, List.of(), Progress.NONE);

    compose.down(project, Duration.ofSeconds(1), Progress.NONE);
    compose.down(project, Duration.ofSeconds(1), Progress.NONE);

    assertThat(sandbox.engine.containers(sandbox.name, false)).isEmpty();
    assertThat(sandbox.engine.networks(sandbox.name)).isEmpty();
    assertThat(sandbox.docker("volume", "ls", "-q")).contains(sandbox.name + "_data");
  }

  @Test
  void refuses_a_variable_that_only_compose_would_let_pass() {
    ComposeProject project =
        sandbox.project("services: {web: {image: 'x:${NOPE}'}}", "A=pa$lost\n");

    StepFailure failure = failureOf(() -> compose.config(project));

    assertThat(failure.type()).isEqualTo(FailureType.CONFIG_INVALID);
    assertThat(failure).hasMessageContaining("NOPE").hasMessageContaining("lost");
  }

  @Test
  void resolves_the_working_directory_as_a_shell_would() {
    ComposeProject project =
        sandbox.project("services: {web: {image: BASE, volumes: ['${PWD}/x:/x']}}");

    assertThat(compose.config(project).services().get("web").binds())
        .containsExactly(new ComposeService.Bind(directory + "/x", "/x"));
  }

  @Test
  void says_which_version_it_is() {
    assertThat(compose.version()).matches("[2-9]\\d*\\.\\d+\\.\\d+");
  }

  private ComposeProject shop() {
    sandbox.file("token.txt", "a token with $X\n");
    sandbox.file("shop.conf", "conf with ${Y}\n");
    return sandbox.project(SHOP.replace("PROJECT", sandbox.name), ENV_FILE);
  }

  private Compose.OneOff oneOff(String suffix, List<String> command) {
    return new Compose.OneOff(
        sandbox.name + "-" + suffix,
        "web",
        compose.config(shop()).oneOffFile("web", Sandbox.BASE),
        List.of("127.0.0.1::9000"),
        Map.of("safe-update.step", "1 = $x"),
        command);
  }

  private String startOneOff(Compose.OneOff oneOff) {
    sandbox.docker("volume", "create", sandbox.name + "_shared");
    if (sandbox.engine.networks(sandbox.name).isEmpty()) {
      sandbox.docker(
          "network",
          "create",
          "--label",
          ContainerReader.PROJECT + "=" + sandbox.name,
          sandbox.name + "_front");
    }
    return compose.startOneOff(shop(), oneOff);
  }

  private String aliases(Container container) {
    return sandbox.docker(
        "inspect", "--format", "{{json .NetworkSettings.Networks}}", container.id());
  }

  private String baseId() {
    return sandbox.engine.image(Sandbox.BASE).orElseThrow().id();
  }

  private String broken() {
    return "safe-update/" + sandbox.name + "/broken:1";
  }

  private static List<String> commandLinesWith(String text) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine())
        .flatMap(Optional::stream)
        .filter(line -> line.contains(text))
        .toList();
  }

  private static StepFailure failureOf(Runnable deed) {
    return catchThrowableOfType(StepFailure.class, deed::run);
  }
}
