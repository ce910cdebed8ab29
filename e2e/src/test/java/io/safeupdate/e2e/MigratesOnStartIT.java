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

/** An application that migrates its own database when it starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigratesOnStartIT {
  private static final String NAME = "su-e2e-migrates-on-start";

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static SmallApp.State before;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME);
    app.takeWithDatabase("sh start", "[\"data:/var/lib/postgresql/data\", \"backups:/backups\"]");
    app.put("start", "python manage.py migrate && exec python app.py\n");
    app.release("1");
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
  void init_reads_it_in_the_start_script() {
    assertThat(host.initialisation()).contains("its start script start migrates");
    assertThat(host.configText()).contains("migrate: onStart");
  }

  @Test
  @Order(2)
  void rows_that_a_broken_release_changed_when_it_started_come_back() {
    SmallApp.State before = app.state();
    app.put(
        "migrations/0002.sql", "update rows set text = 'spoiled'; drop table if exists none;\n");
    app.release("2 exits");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(answer.text("/failure/message")).contains("release 2 cannot start");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.rows()).containsExactly("written before");
    assertThat(app.sql("select name from applied")).isEqualTo("0001_rows");
    String spoiled = "select datname from pg_database where datname like 'shop_abandoned_%'";
    assertThat(app.sql(spoiled)).isNotEmpty();
  }

  @Test
  @Order(3)
  void a_good_release_migrates_when_it_starts() {
    app.put("migrations/0002.sql", "insert into rows (text) values ('migrated');\n");
    before = app.state();
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    assertThat(answer.summary("migrate")).contains("migrates its own database when it starts");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.rows()).containsExactly("written before", "migrated");
    assertThat(app.project().allContainers()).hasSize(2);
  }

  @Test
  @Order(4)
  void a_rollback_brings_the_release_before_it_back() {
    Host.Answer answer = Host.answer(host.run("rollback", NAME, "--yes", "--json"));

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.rows()).containsExactly("written before");
    assertThat(app.sql("select name from applied")).isEqualTo("0001_rows");
  }
}
