package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.e2e.fault.Act;
import java.io.IOException;
import java.nio.file.Files;
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

/** Back to a restore point after an update that went well, and forward again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollbackIT {
  @TempDir static Path directory;
  static Stage stage;
  static Picture before;
  static Picture after;
  static String envBefore;
  static String envAfter;
  static String first;
  static String second;
  static String third;

  @BeforeAll
  static void givenAnUpdateThatMigrated() throws IOException {
    stage = Stage.set(directory, "su-e2e-rollback");
    stage.book.post("written before");
    before = Picture.of(stage.book);
    envBefore = Files.readString(stage.book.envFile());
    stage.book.publish("v2-migration");
    first = stage.host.update("production").text("/restorePoint");
    stage.book.post("written after");
    envAfter = envBefore + "# somebody was here\n";
    Files.writeString(stage.book.envFile(), envAfter);
    after = Picture.of(stage.book);
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
  void a_plan_says_what_would_be_lost_and_changes_nothing() {
    JsonNode plan = run("rollback", "production", "--plan").json().at("/rollback");

    assertThat(plan.at("/restorePoint").asText()).isEqualTo(first);
    assertThat(plan.at("/commitsLost")).hasSize(1);
    assertThat(plan.at("/database").asText()).startsWith("copy su_snapshot_");
    assertThat(plan.at("/tables").toString()).contains("guestbook_row\",\"now\":2,\"then\":1");
    assertThat(plan.at("/notes").toString()).contains("has changed since");
    assertThat(Picture.of(stage.book)).isEqualTo(after);
  }

  @Test
  @Order(2)
  void code_alone_is_refused_where_the_schema_is_ahead_of_it() {
    Host.Answer answer = run("rollback", "production", "--code-only", "--yes");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/message"))
        .contains("the schema is ahead of the code: guestbook.0002", "--force");
    assertThat(Picture.of(stage.book)).isEqualTo(after);
  }

  @Test
  @Order(3)
  void an_unhealthy_old_version_goes_and_all_is_as_it_was() throws IOException {
    stage.faults.after("verify", Act.ERROR);

    Host.Answer answer = run("rollback", "production", "--yes");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(Picture.of(stage.book)).isEqualTo(after);
    assertThat(stage.book.rows()).containsExactly("written before", "written after");
    assertThat(Files.readString(stage.book.envFile())).isEqualTo(envAfter);
  }

  @Test
  @Order(4)
  void code_images_database_and_env_file_come_back_though_the_worker_is_killed()
      throws IOException {
    stage.faults.after("swap", Act.HALT).after("checkout", Act.HALT);
    Underway rollback =
        Underway.of(stage.host, "production", List.of("rollback", "production", "--yes"));

    stage.upAfterKills(2);

    assertThat(rollback.ending().outcome()).isEqualTo("DONE");
    second = rollback.ending().text("/restorePoint");
    Picture now = Picture.of(stage.book);
    assertThat(now.besides("postgres")).isEqualTo(before.besides("postgres"));
    assertThat(now.images().get("postgres")).isEqualTo(after.images().get("postgres"));
    assertThat(stage.book.rows()).containsExactly("written before");
    assertThat(stage.book.rowsKeptAside()).contains("written after");
    assertThat(Files.readString(stage.book.envFile())).isEqualTo(envBefore);
    assertThat(rollback.ending().text("/to")).isEqualTo(before.commit());
    assertThat(rollback.ending().json().at("/notes").toString()).contains("guestbook_row (1)");
  }

  @Test
  @Order(5)
  void a_rollback_is_rolled_back_with_all_rows() throws IOException {
    Host.Answer answer = run("rollback", "production", "--to", second, "--yes");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    third = answer.text("/restorePoint");
    assertThat(Picture.of(stage.book)).isEqualTo(after);
    assertThat(stage.book.rows()).containsExactly("written before", "written after");
    assertThat(Files.readString(stage.book.envFile())).isEqualTo(envAfter);
  }

  @Test
  @Order(6)
  void what_was_pruned_is_built_again_from_the_recorded_commit() {
    String old = before.images().get("django");
    Run.of(directory, "docker", "image", "rm", "--force", old).orFail();

    Host.Answer answer = run("rollback", "production", "--to", third, "--yes");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("DONE");
    assertThat(answer.json().at("/notes").toString()).contains("made anew");
    assertThat(stage.book.version()).isEqualTo(before.version());
    assertThat(stage.book.commit()).isEqualTo(before.commit());
    assertThat(stage.book.rows()).containsExactly("written before");
  }

  @Test
  @Order(7)
  void the_next_update_works_as_ever() {
    Host.Answer answer = stage.host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(stage.book.commit()).isEqualTo(after.commit());
    assertThat(stage.book.branch()).isEqualTo("master");
    assertThat(stage.book.migrations()).isEqualTo(after.migrations());
  }

  private static Host.Answer run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Host.answer(stage.host.run(all));
  }
}
