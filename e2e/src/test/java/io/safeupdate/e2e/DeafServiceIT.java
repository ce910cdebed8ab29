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

/** A service whose main process ignores the request to end: each stop takes its whole grace. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeafServiceIT {
  private static final String NAME = "su-e2e-deaf-service";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME);
    app.takeWithDatabase("sh start", "[\"data:/var/lib/postgresql/data\", \"backups:/backups\"]");
    app.put(
        "compose.override.yml",
        """
        services:
          web: {stop_grace_period: 4s}
        """);
    app.put("start", "python manage.py migrate && exec python app.py\n");
    app.release("1 deaf");
    app.start();
    app.post("written before");
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void it_is_stopped_and_the_broken_release_gives_its_rows_back() {
    SmallApp.State before = app.state();
    app.put("migrations/0002.sql", "delete from rows;\n");
    app.release("2 deaf unhealthy");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(answer.summary("quiesce")).contains("stopped web");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.rows()).containsExactly("written before");
  }

  @Test
  @Order(2)
  void a_good_release_takes_its_place() {
    app.put("migrations/0002.sql", "insert into rows (text) values ('migrated');\n");
    String target = app.release("3 deaf");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.rows()).containsExactly("written before", "migrated");
    assertThat(answer.json().at("/downtimeSeconds").asDouble()).isGreaterThan(4);
  }
}
