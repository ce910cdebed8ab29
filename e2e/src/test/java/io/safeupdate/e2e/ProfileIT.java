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

/** Two compose files, and services that only a profile has. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProfileIT {
  private static final String NAME = "su-e2e-profile";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "Dockerfile");
    app.put(
        "docker-compose.yml",
        """
        services:
          web: {build: .}
          reports: {build: ., profiles: [office]}
          debugger: {build: ., profiles: [debug]}
        """);
    app.put(
        "docker-compose.prod.yml",
        """
        services:
          web:
            restart: always
            ports: ["127.0.0.1:${PORT}:8000"]
          reports: {restart: always}
        """);
    app.release("1");
    app.composed(
        "-f", "docker-compose.yml", "-f", "docker-compose.prod.yml", "--profile", "office");
    app.start();
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void init_reads_files_and_profile_off_the_containers() {
    assertThat(host.configText())
        .contains("composeFiles: [docker-compose.yml, docker-compose.prod.yml]")
        .contains("profiles: [office]");
  }

  @Test
  @Order(2)
  void a_broken_release_gives_both_services_back() {
    SmallApp.State before = app.state();
    app.release("2 exits");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void the_services_of_the_profile_are_updated_and_no_others_started() {
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.compose("exec", "-T", "reports", "cat", "RELEASE")).isEqualTo("3");
    assertThat(app.project().restartPolicies())
        .containsOnlyKeys("web", "reports")
        .containsEntry("reports", "always");
  }
}
