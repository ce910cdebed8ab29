package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Code that is mounted from the checkout: moving the checkout changes what runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MountedCodeIT {
  private static final String NAME = "su-e2e-mounted-code";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static SmallApp.State before;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py");
    app.put("Dockerfile", "FROM safe-update-demo/python:1\nCMD [\"python\", \"/code/app.py\"]\n");
    app.put(
        "docker-compose.yml",
        """
        services:
          web:
            build: .
            restart: always
            ports: ["127.0.0.1:${PORT}:8000"]
            volumes: [".:/code"]
        """);
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
  void init_recognises_the_code() {
    assertThat(host.initialisation()).contains("mounted from the checkout").contains("web");
  }

  @Test
  @Order(2)
  void a_broken_release_gives_the_files_back_and_the_old_code_runs() {
    SmallApp.State before = app.state();
    app.release("2 unhealthy");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("verify");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.checkout().resolve("RELEASE")).hasContent("1");
  }

  @Test
  @Order(3)
  void a_good_release_is_pulled_while_nothing_runs_on_the_files() {
    before = app.state();
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.summary("quiesce")).contains("stopped web");
    assertThat(answer.summary("trial")).contains("the code of web is mounted from the checkout");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.project().restartPolicies()).containsEntry("web", "always");
  }

  @Test
  @Order(4)
  void a_rollback_brings_the_release_before_it_back() {
    Host.Answer answer = Host.answer(host.run("rollback", NAME, "--yes", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.checkout().resolve("RELEASE")).hasContent("1");
    assertThat(answer.summary("quiesce")).contains("stopped web");
    assertThat(app.project().restartPolicies()).containsEntry("web", "always");
  }
}
