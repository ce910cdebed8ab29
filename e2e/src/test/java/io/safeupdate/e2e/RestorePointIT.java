package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a restore point holds, what it is good for, and how long it is kept. */
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestorePointIT {
  private static final String BY_HAND = "safe-update/restore-point-it/django:by-hand";

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Picture before;
  static String id;
  static JsonNode manifest;

  @BeforeAll
  static void givenAnUpdatedApplication() throws IOException {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-points");
    host =
        Host.sharingUp(directory.resolve("host"))
            .with("restore-point-it", book, "retention: {restorePoints: 2, backups: 2}")
            .up();
    book.post("written before");
    before = Picture.of(book);
    book.publish("v2-migration");
    id = update().text("/restorePoint");
    manifest = new ObjectMapper().readTree(point().resolve("manifest.json").toFile());
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
    Run.of(directory, "docker", "image", "rm", BY_HAND);
  }

  @Test
  @Order(1)
  void is_listed_for_people_and_for_scripts() {
    Run text = host.run("restore-points", "restore-point-it").orFail();
    Host.Answer json = Host.answer(host.run("restore-points", "restore-point-it", "--json"));

    assertThat(text.stdout()).contains(id).contains(before.commit().substring(0, 7));
    assertThat(json.json().at("/restorePoints")).hasSize(1);
    assertThat(json.text("/restorePoints/0/id")).isEqualTo(id);
    assertThat(json.text("/restorePoints/0/commit")).isEqualTo(before.commit());
  }

  @Test
  @Order(2)
  void has_a_manifest_that_a_person_can_read() throws IOException {
    assertThat(Files.readAllLines(point().resolve("manifest.json"))).hasSizeGreaterThan(20);
    assertThat(manifest.at("/schemaVersion").asInt()).isEqualTo(1);
    assertThat(manifest.at("/commit").asText()).isEqualTo(before.commit());
    assertThat(manifest.at("/branch").asText()).isEqualTo("master");
    assertThat(manifest.at("/target").asText()).isEqualTo(book.commit());
    assertThat(manifest.at("/strategy").asText()).isEqualTo("snapshot");
    assertThat(manifest.at("/project").asText()).isEqualTo(book.project());
  }

  @Test
  @Order(3)
  void has_the_env_file_for_its_owner_only() throws IOException {
    Path copy = point().resolve("env");

    assertThat(copy).hasSameBinaryContentAs(book.envFile());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(4)
  void pins_the_images_and_keeps_the_commit() {
    assertThat(manifest.at("/images")).hasSize(3);
    for (JsonNode image : manifest.at("/images")) {
      assertThat(before.images())
          .containsEntry(image.at("/service").asText(), imageId(image.at("/pin").asText()));
    }
    assertThat(book.git("rev-parse", manifest.at("/privateRef").asText()))
        .isEqualTo(before.commit());
  }

  @Test
  @Order(5)
  void names_a_backup_that_is_what_it_was() {
    String file = manifest.at("/backup/name").asText();

    assertThat(book.backups()).containsExactly(file);
    assertThat(inDatabase("sha256sum", "/backups/" + file))
        .startsWith(manifest.at("/backup/sha256").asText());
  }

  @Test
  @Order(6)
  void its_note_brings_the_old_version_back_without_safe_update() throws IOException {
    book.post("written after");

    Run.of(directory, "bash", "-e", "-c", commands()).orFail();

    book.awaitVersion("1");
    assertThat(Picture.of(book)).isEqualTo(before);
    assertThat(book.rows()).containsExactly("written before");
    assertThat(book.containers()).containsOnlyKeys("django", "postgres", "worker");
  }

  @Test
  @Order(7)
  void the_newest_two_are_kept_and_what_people_made_is_left_alone() {
    Run.of(directory, "docker", "tag", before.images().get("django"), BY_HAND).orFail();
    inDatabase("cp", "/backups/" + manifest.at("/backup/name").asText(), "/backups/by-hand");

    String second = update().text("/restorePoint");
    book.publish("v3-plain");
    String third = update().text("/restorePoint");

    assertThat(points()).containsExactly(third, second);
    assertThat(point()).doesNotExist();
    for (JsonNode image : manifest.at("/images")) {
      assertThat(inspect(image.at("/pin").asText()).exitCode()).isNotZero();
    }
    assertThat(book.git("for-each-ref", "refs/safe-update/restore-points"))
        .contains(second, third)
        .doesNotContain(id);
    assertThat(imageId(BY_HAND)).isEqualTo(before.images().get("django"));
    assertThat(book.backups())
        .hasSize(3)
        .contains("by-hand")
        .doesNotContain(manifest.at("/backup/name").asText());
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  @Test
  @Order(8)
  void a_damaged_one_is_named_and_hides_no_other() throws IOException {
    String whole = points().get(0);
    Path copy = Files.createDirectory(point().resolveSibling("20200101T000000Z-damaged"));
    Files.writeString(copy.resolve("manifest.json"), "{\"schemaVersion\": 1, \"id\": ");

    Run text = host.run("restore-points", "restore-point-it").orFail();
    Run status = host.run("status", "restore-point-it").orFail();

    assertThat(text.stdout())
        .contains(whole)
        .containsPattern(copy.getFileName() + " .* damaged: .*manifest.json cannot be read");
    assertThat(status.stdout()).contains(", 1 damaged: see restore-points");
  }

  private static Host.Answer update() {
    Host.Answer answer = host.update("restore-point-it");
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    return answer;
  }

  private static List<String> points() {
    return Host.answer(host.run("restore-points", "restore-point-it", "--json"))
        .json()
        .at("/restorePoints")
        .findValuesAsText("id");
  }

  private static Path point() {
    return host.state().resolve("deployments/restore-point-it/restore-points").resolve(id);
  }

  private static Run inspect(String image) {
    return Run.of(directory, "docker", "image", "inspect", "-f", "{{.Id}}", image);
  }

  private static String imageId(String image) {
    return inspect(image).orFail().text();
  }

  private static String inDatabase(String... command) {
    return book.compose(
            Stream.concat(Stream.of("exec", "-T", "postgres"), Stream.of(command))
                .toArray(String[]::new))
        .text();
  }

  /** The note's shell commands, with the one that restores the backup chosen. */
  private static String commands() throws IOException {
    String script = Files.readString(point().resolve("RECOVER.md")).split("```sh\n|```")[1];
    String chosen = script.replaceAll("(?m)^# (docker compose .* restore )", "$1");
    assertThat(chosen).isNotEqualTo(script);
    return chosen;
  }
}
