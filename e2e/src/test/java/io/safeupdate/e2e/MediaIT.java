package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.e2e.fault.Act;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** User files into archives and back, in an application that is in use. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MediaIT {
  private static final String MEDIA = "/app/backend/guestbook/media";

  /** Owners, modes, links, times and contents of everything that is not ours. */
  private static final String TRUTH =
      """
      find . -name '.safe-update-*' -prune -o -type d -printf '%p %m %U:%G %T@\\n' \
        -o -printf '%p %y %m %U:%G %s %l %n %T@\\n' | sed 's/[.][0-9]*$//' | sort
      find . -name '.safe-update-*' -prune -o -type f -print0 | sort -z | xargs -0r sha256sum
      """;

  private static final String FILL =
      """
      mkdir -p albums/2026 empty; head -c 200000 /dev/urandom >albums/2026/picture.jpg
      ln albums/2026/picture.jpg cover.jpg; ln -s albums/2026 latest; chmod 2770 albums
      printf private >'my file'; chmod 600 'my file'; chown 1234:4321 'my file'
      touch -d 2001-02-03 albums/2026
      """;

  @TempDir static Path directory;
  static Stage stage;
  static String archive;
  static String truth;

  @BeforeAll
  static void givenAnApplicationWithUserFiles() {
    stage = Stage.set(directory, "su-e2e-media");
    stage.host.writeConfig(
        stage.host.configText() + "    media: {service: django, path: " + MEDIA + "}\n");
    inMedia(FILL);
    truth = inMedia(TRUTH);
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
  void an_archive_is_made_while_the_application_serves() {
    Host.Answer answer = run("media", "backup", "production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    archive = answer.text("/made");
    JsonNode listed = run("media", "list", "production").json();
    assertThat(listed.at("/archives/0/name").asText()).isEqualTo(archive);
    assertThat(Path.of(listed.at("/archives/0/file").asText())).exists();
    assertThat(listed.at("/archives/0/how").asText()).contains("read back");
  }

  @Test
  @Order(2)
  void a_restore_brings_everything_back_and_keeps_what_it_replaces() {
    spoil();

    Host.Answer answer = run("media", "restore", "production", archive);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(inMedia(TRUTH)).isEqualTo(truth);
    String notes = answer.json().at("/notes").toString();
    assertThat(notes).contains("are kept in " + MEDIA + "/.safe-update-");
    assertThat(inMedia("cat .safe-update-*-replaced/upload")).isEqualTo("upload");
    assertThat(inMedia("ls -A")).doesNotContain("-restore");
  }

  @Test
  @Order(3)
  void an_unhealthy_application_gets_its_files_back() {
    spoil();
    String spoilt = inMedia(TRUTH);
    stage.faults.after("verify", Act.ERROR);

    Host.Answer answer = run("media", "restore", "production", archive);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(inMedia(TRUTH)).isEqualTo(spoilt);
  }

  @Test
  @Order(4)
  void a_worker_that_dies_after_unpacking_and_after_the_exchange_goes_on() {
    stage.faults.after("unpack", Act.HALT).after("exchange", Act.HALT);
    Underway restore =
        Underway.of(stage.host, "production", List.of("media", "restore", "production", archive));

    stage.upAfterKills(2);

    assertThat(restore.ending().outcome()).isEqualTo("DONE");
    assertThat(inMedia(TRUTH)).isEqualTo(truth);
  }

  @Test
  @Order(5)
  void an_archive_that_is_not_there_is_refused_before_anything_is_touched() {
    Host.Answer answer = run("media", "restore", "production", "20200101T000000Z-none");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/message")).contains("There is no archive 20200101T000000Z");
    assertThat(inMedia(TRUTH)).isEqualTo(truth);
  }

  @Test
  @Order(6)
  void an_update_takes_the_user_files_into_its_restore_point_where_that_is_wanted() {
    stage.host.writeConfig(stage.host.configText().replace("update: {", "update: {media: true, "));
    stage.releases.next();

    Host.Answer answer = run("update", "production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    JsonNode newest = run("media", "list", "production").json().at("/archives/0");
    assertThat(newest.at("/restorePoints/0").asText()).isEqualTo(answer.text("/restorePoint"));
  }

  private static void spoil() {
    inMedia(
        "rm -rf albums 'my file'; printf changed >cover.jpg; chmod 777 .; printf upload >upload");
  }

  private static Host.Answer run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Host.answer(stage.host.run(all));
  }

  private static String inMedia(String script) {
    return Run.of(
            directory,
            "docker",
            "exec",
            "-u",
            "0",
            "-w",
            MEDIA,
            "su-e2e-media-django-1",
            "sh",
            "-c",
            script)
        .orFail()
        .stdout();
  }
}
