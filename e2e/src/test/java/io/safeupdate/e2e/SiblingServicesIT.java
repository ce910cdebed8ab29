package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Several services from one Dockerfile, each under a tag of its own, with Redis beside them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SiblingServicesIT {
  private static final String NAME = "su-e2e-siblings";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "worker.py", "Dockerfile");
    app.put(
        "production.yml",
        """
        x-application: &application
          build: &build {context: .}
          restart: unless-stopped
          depends_on: [redis]
        services:
          web:
            <<: *application
            image: su-e2e-siblings_web:production
            ports: ["127.0.0.1:${PORT}:8000"]
          worker:
            <<: *application
            image: su-e2e-siblings_worker:production
            command: python worker.py
          scheduler:
            <<: *application
            image: su-e2e-siblings_scheduler:production
            command: python worker.py
          redis:
            image: safe-update-demo/redis:1
        """);
    app.release("1");
    app.composed("-f", "production.yml").start();
    host = Host.sharingUp(directory.resolve("host")).init(app);
    // Nothing probes the worker: only a soak that outlasts its short lives shows that it ends.
    host.writeConfig(host.configText().replace("soak: PT1S", "soak: PT4S")).up();
    redis("set", "queued", "a task");
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void a_worker_that_ends_takes_all_siblings_back() {
    SmallApp.State before = app.state();
    app.release("2 tired");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("verify");
    assertThat(answer.text("/failure/message")).contains("the worker of release 2 is tired");
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void all_siblings_get_the_new_release_and_redis_is_left_alone() {
    String redis = app.project().containers().get("redis");
    String started = app.project().starts().get("redis");
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    for (String service : new String[] {"web", "worker", "scheduler"}) {
      assertThat(app.compose("exec", "-T", service, "cat", "RELEASE")).isEqualTo("3");
      assertThat(app.project().images()).containsEntry(service, tagged(service));
    }
    Eventually.holds(Duration.ofSeconds(10), () -> Integer.parseInt(redis("get", "done by 3")) > 1);
    assertThat(app.project().containers()).containsEntry("redis", redis);
    assertThat(app.project().starts()).containsEntry("redis", started);
    assertThat(redis("get", "queued")).isEqualTo("a task");
  }

  private static String redis(String... command) {
    String[] words = new String[command.length + 4];
    System.arraycopy(new String[] {"exec", "-T", "redis", "redis-cli"}, 0, words, 0, 4);
    System.arraycopy(command, 0, words, 4, command.length);
    return app.compose(words);
  }

  private static String tagged(String service) {
    String reference = "su-e2e-siblings_" + service + ":production";
    return Run.of(directory, "docker", "image", "inspect", "-f", "{{.Id}}", reference)
        .orFail()
        .text();
  }
}
