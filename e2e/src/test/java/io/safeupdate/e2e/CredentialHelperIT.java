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

/** A remote with a password, which git gets from a credential helper. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CredentialHelperIT {
  private static final String NAME = "su-e2e-credential-helper";

  @TempDir static Path directory;
  static GitServer server;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME).take("app.py", "Dockerfile");
    app.put(
        "compose.yml",
        """
        services:
          web:
            build: .
            restart: always
            ports: ["127.0.0.1:${PORT}:8000"]
        """);
    app.release("1");
    app.start();
    server = new GitServer(app.remote().getParent());
    app.git("remote", "set-url", "origin", server.url("remote.git"));
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
    server.close();
  }

  @Test
  @Order(1)
  void without_the_right_password_nobody_is_asked_and_nothing_happens() {
    SmallApp.State before = app.state();
    app.release("2 exits");
    helper("wrong");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/type")).isEqualTo("AuthFailed");
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void a_broken_release_is_fetched_and_goes_back() {
    SmallApp.State before = app.state();
    helper(GitServer.PASSWORD);

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/message")).contains("release 2 cannot start");
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void a_good_release_is_fetched_and_nobody_wrote_the_password_down() {
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(answer.run().toString()).doesNotContain(GitServer.PASSWORD);
    Run found = Run.of(directory, "grep", "-rl", GitServer.PASSWORD, host.state().toString());
    assertThat(found.text()).isEmpty();
  }

  private static void helper(String password) {
    String script = "!f() { echo username=%s; echo password=%s; }; f";
    app.git("config", "credential.helper", script.formatted(GitServer.USER, password));
  }
}
