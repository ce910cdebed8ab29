package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that never changes publishes the port: the trial must reach what is behind it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxyIT {
  private static final String NAME = "su-e2e-proxy";
  private static final String COMPOSE =
      """
      services:
        proxy:
          image: safe-update-demo/python:1
          pull_policy: never
          restart: unless-stopped
          command: ["python", "/proxy.py"]
          environment: {BACKEND: "web:8000"}
          ports: ["127.0.0.1:${PORT}:8080"]
          volumes: ["./proxy.py:/proxy.py:ro"]
        web:
          build: .
          restart: unless-stopped
          command: ["python", "%s"]
      """;

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "proxy.py", "Dockerfile");
    app.put(".dockerignore", "*.yml\n").put("compose.yml", COMPOSE.formatted("app.py"));
    app.release("1");
    app.start();
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void a_broken_release_behind_the_proxy_is_found_before_anybody_sees_it() {
    SmallApp.State before = app.state();
    Map<String, String> starts = app.project().starts();
    app.release("2 unhealthy");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("trial");
    assertThat(answer.text("/failure/message")).contains("web").contains("HTTP 500");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.project().starts()).isEqualTo(starts);
  }

  @Test
  @Order(2)
  void so_is_one_that_only_the_compose_file_breaks() {
    SmallApp.State before = app.state();
    Map<String, String> starts = app.project().starts();
    app.put("compose.yml", COMPOSE.formatted("missing.py")).release("1");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("trial");
    assertThat(answer.text("/failure/message")).contains("missing.py");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.project().starts()).isEqualTo(starts);
  }

  @Test
  @Order(3)
  void a_good_release_replaces_what_is_behind_the_proxy_alone() {
    String proxy = app.project().containers().get("proxy");
    String target = app.put("compose.yml", COMPOSE.formatted("app.py")).release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.summary("trial")).contains("web of the new version answered");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("3", SmallApp.State::release);
    assertThat(app.project().containers()).containsEntry("proxy", proxy);
  }
}
