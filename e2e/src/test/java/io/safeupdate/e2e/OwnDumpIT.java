package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An application without backup scripts, and without a volume for backups. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDumpIT {
  private static final String NAME = "su-e2e-own-dump";
  private static final Pattern BACK =
      Pattern.compile("(?m)^# +(docker compose .*(CREATE DATABASE|gzip -dc))");

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static SmallApp.State first;
  static String restorePoint;

  @BeforeAll
  static void givenARunningApplication() {
    app = new SmallApp(directory.resolve("app"), NAME);
    app.takeWithDatabase("python app.py", "[\"data:/var/lib/postgresql/data\"]");
    app.release("1");
    app.start();
    app.compose("run", "--rm", "-T", "web", "python", "manage.py", "migrate");
    app.post("written before");
    first = app.state();
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
    app.put("migrations/0002.sql", "update rows set text = text || ', migrated';\n");
    app.release("2");
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void init_chooses_our_own_dump() {
    assertThat(host.configText()).contains("backup: []");
    assertThat(host.initialisation())
        .contains("Safe Update's own dump")
        .contains("no volume for backups is mounted in postgres");
  }

  @Test
  @Order(2)
  void a_backup_that_goes_with_the_container_is_no_way_back() {
    Host.Answer answer = host.update(NAME, "--restore-mode", "swap");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("/backups").contains("Mount one");
    assertThat(app.state()).isEqualTo(first);
  }

  @Test
  @Order(3)
  void the_update_makes_a_whole_dump() {
    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.text("/strategy")).isEqualTo("snapshot");
    restorePoint = answer.text("/restorePoint");
    assertThat(app.rows()).containsExactly("written before, migrated");
    String dumped = "zcat /backups/safe_update_*.sql.gz | grep -A1 '^COPY public.rows'";
    assertThat(app.compose("exec", "-T", "postgres", "sh", "-c", dumped))
        .endsWith("written before");
  }

  @Test
  @Order(4)
  void the_note_in_the_restore_point_brings_the_dump_back_by_hand() throws IOException {
    Path points = host.state().resolve("deployments").resolve(NAME).resolve("restore-points");
    String note = Files.readString(points.resolve(restorePoint).resolve("RECOVER.md"));
    String script = BACK.matcher(note.split("```sh\n|```")[1]).replaceAll("$1");
    assertThat(
            script.lines().filter(line -> line.contains("gzip -dc")).collect(Collectors.toList()))
        .hasSize(1);

    Run.of(directory, "bash", "-e", "-c", script).orFail();

    Eventually.holds(java.time.Duration.ofSeconds(30), () -> app.release().equals("1"));
    assertThat(app.state()).isEqualTo(first);
    assertThat(app.rows()).containsExactly("written before");
    assertThat(app.sql("select name from applied")).isEqualTo("0001_rows");
  }
}
