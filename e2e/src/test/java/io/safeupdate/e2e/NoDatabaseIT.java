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

/** An application without a database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoDatabaseIT {
  private static final String NAME = "su-e2e-no-database";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static SmallApp.State before;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "Dockerfile");
    app.put(
        "compose.yml",
        """
        services:
          web:
            build: .
            restart: unless-stopped
            ports: ["127.0.0.1:${PORT}:8000"]
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
  void init_says_that_there_is_none() {
    assertThat(host.initialisation()).contains("no service is PostgreSQL");
    assertThat(host.configText()).doesNotContain("    database:", "    migrate:");
  }

  @Test
  @Order(2)
  void a_broken_release_is_found_before_anybody_sees_it() {
    SmallApp.State before = app.state();
    app.release("2 exits");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("trial");
    assertThat(answer.text("/failure/message")).contains("release 2 cannot start");
    assertThat(answer.json().at("/downtimeSeconds").asDouble()).isZero();
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void a_good_release_ends_updated_with_no_backup_and_no_copy() {
    before = app.state();
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.text("/strategy")).isEqualTo("none");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("master", SmallApp.State::branch)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.project().allContainers()).hasSize(1);
  }

  @Test
  @Order(4)
  void a_rollback_brings_the_release_before_it_back() {
    Host.Answer answer = Host.answer(host.run("rollback", NAME, "--yes", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(app.state()).isEqualTo(before);
  }
}
