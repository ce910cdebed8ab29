package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.e2e.fault.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are pinned, leave the application, and come back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportIT {
  private static final String ODD = "it's a copy %20.sql.gz";

  @TempDir static Path directory;
  static Stage stage;
  static Path exports;
  static String first;

  @BeforeAll
  static void givenARunningApplication() throws IOException {
    stage = Stage.set(directory, "su-e2e-export");
    exports = Files.createDirectories(directory.resolve("exports"));
    stage.host.writeConfig(
        "exportRoots: [%s]\n".formatted(exports)
            + stage.host.configText().replace("backups: 3", "backups: 1"));
    stage.book.post("first");
    first = run("backup", "production").text("/made");
  }

  @AfterAll
  static void cleanUp() {
    stage.close();
  }

  @BeforeEach
  void givenNoFaults() {
    stage.faults.armed().clear();
  }

  @Test
  @Order(1)
  void a_backup_that_is_kept_outlives_its_time() {
    Host.Answer answer = run("keep", "production", first);
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");

    String second = run("backup", "production").text("/made");
    run("backup", "production");

    assertThat(stage.book.backups()).hasSize(2).contains(first).doesNotContain(second);
    assertThat(kept()).containsExactly(first);
  }

  @Test
  @Order(2)
  void an_export_is_what_lies_in_the_backup_directory() throws IOException {
    byHand("cp /backups/%s \"/backups/%s\"".formatted(first, ODD));

    Host.Answer answer = run("export", "production", "--to", exports.resolve("all").toString());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(answer.text("/made")).isEqualTo(exports.toRealPath().resolve("all").toString());
    assertThat(verified("all")).hasSize(3).contains(first + ": OK", ODD + ": OK");
    assertThat(sha256(exports.resolve("all").resolve(first))).isEqualTo(sha256InContainer());
  }

  @Test
  @Order(3)
  void an_export_whose_worker_died_and_one_that_is_repeated_find_what_is_there() {
    stage.faults.after("export", Act.HALT);
    Underway export =
        Underway.of(
            stage.host,
            "production",
            List.of("export", "production", "--to", exports.resolve("all").toString()));

    stage.upAfterKills(1);

    assertThat(export.ending().outcome()).isEqualTo("DONE");
    assertThat(export.ending().summary("export")).contains("3 there already");
  }

  @Test
  @Order(4)
  void a_file_of_another_content_is_left_alone() throws IOException {
    Path tampered = exports.resolve("all").resolve(first);
    Files.writeString(tampered, "tampered");

    Host.Answer answer =
        run("export", "production", first, "--to", exports.resolve("all").toString());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/message")).contains("another content", tampered.toString());
    assertThat(tampered).hasContent("tampered");
  }

  @Test
  @Order(5)
  void nothing_is_written_outside_of_the_export_roots() {
    Path outside = directory.resolve("outside");

    Host.Answer answer = run("export", "production", "--to", outside.toString());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("exportRoots");
    assertThat(outside).doesNotExist();
  }

  @Test
  @Order(6)
  void what_was_exported_can_be_imported_and_restored() {
    byHand("mv \"/backups/%s\" /tmp/elsewhere".formatted(ODD));
    stage.book.post("second");

    Host.Answer answer =
        run("import", "production", exports.resolve("all").resolve(ODD).toString());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(answer.text("/made")).isEqualTo(ODD);
    assertThat(byHand("cmp \"/backups/%s\" /tmp/elsewhere && echo same".formatted(ODD)))
        .isEqualTo("same");
    assertThat(run("restore", "production", ODD).outcome()).isEqualTo("DONE");
    assertThat(stage.book.rows()).containsExactly("first");
  }

  @Test
  @Order(7)
  void a_file_that_is_no_backup_is_not_imported() throws IOException {
    Path cut = exports.resolve("cut.sql.gz");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(exports.resolve("all").resolve(ODD)), 700));

    Host.Answer answer = run("import", "production", cut.toString());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("cut.sql.gz");
    assertThat(byHand("ls -A /backups")).doesNotContain("cut").doesNotContain(".safe-update");
  }

  @Test
  @Order(8)
  void a_backup_that_was_let_go_is_pruned() {
    run("keep", "production", first, "--release");

    run("backup", "production");

    assertThat(stage.book.backups()).doesNotContain(first);
    assertThat(kept()).isEmpty();
  }

  private static Host.Answer run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Host.answer(stage.host.run(all));
  }

  private static List<String> kept() {
    JsonNode list = run("backups", "production").json().at("/backups");
    return StreamSupport.stream(list.spliterator(), false)
        .filter(backup -> backup.at("/kept").asBoolean())
        .map(backup -> backup.at("/name").asText())
        .toList();
  }

  private static List<String> verified(String name) {
    return Run.of(exports.resolve(name), "sha256sum", "--strict", "-c", "SHA256SUMS")
        .orFail()
        .text()
        .lines()
        .toList();
  }

  private static String sha256(Path file) {
    return Run.of(directory, "sha256sum", file.toString()).orFail().text().split(" ", 2)[0];
  }

  private static String sha256InContainer() {
    return byHand("sha256sum /backups/" + first).split(" ", 2)[0];
  }

  private static String byHand(String script) {
    return Run.of(directory, "docker", "exec", "su-e2e-export-postgres-1", "sh", "-ec", script)
        .orFail()
        .text();
  }
}
