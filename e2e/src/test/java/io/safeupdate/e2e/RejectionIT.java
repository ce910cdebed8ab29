package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are in no state to be updated: the update says why, and touches nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RejectionIT {
  private static final String SMALL_BACKUPS =
      """
      volumes:
        small_backups:
          driver_opts: {type: tmpfs, device: tmpfs, o: size=8m}
      services:
        postgres:
          volumes: ["small_backups:/backups"]
      """;

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static String target;

  @BeforeAll
  static void givenAnApplicationThatCouldBeUpdated() throws IOException {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-rejection");
    host = new Host(directory.resolve("host")).with("production", book);
    host.up();
    book.post("written before");
    target = book.publish("v3-plain");
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    book.close();
  }

  @Test
  void a_dirty_checkout() throws IOException {
    Path manage = book.checkout().resolve("requirements.txt");
    String tidy = Files.readString(manage);
    Files.writeString(manage, "# by hand\n", StandardOpenOption.APPEND);

    assertRejected("CheckoutUnusable", "local changes: requirements.txt", "git -C");

    Files.writeString(manage, tidy);
  }

  @Test
  void a_detached_head() {
    book.git("checkout", "-q", "--detach");

    assertRejected("CheckoutUnusable", "HEAD is detached at", "checkout master");

    book.git("checkout", "-q", "master");
  }

  @Test
  void a_wrong_branch() {
    book.git("checkout", "-q", "-b", "hotfix");

    assertRejected("CheckoutUnusable", "is on branch hotfix", "checkout master");

    book.git("checkout", "-q", "master");
  }

  @Test
  void a_stopped_database() {
    book.compose("stop", "postgres");

    assertRejected("PreflightFailed", "not running: postgres", "docker compose -p");

    book.compose("start", "postgres");
    book.awaitVersion("1");
  }

  @Test
  void a_history_that_was_rewritten() {
    book.demo("rewrite-history");

    assertRejected("HistoryDiverged", "history diverged", "git -C");

    book.demo("rewrite-history", "--undo");
  }

  @Test
  void a_remote_that_is_gone() {
    book.demo("remote", "gone");

    assertRejected("RemoteUnavailable", "remote.git", "origin");

    book.demo("remote", "back");
  }

  @Test
  void a_missing_env_file() throws IOException {
    Path aside = directory.resolve("env-aside");
    Files.move(book.envFile(), aside);
    Host.Answer answer = host.update("production");
    Files.move(aside, book.envFile());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/type")).isEqualTo("ConfigInvalid");
    assertThat(answer.text("/failure/message"))
        .contains(book.envFile() + " is missing")
        .contains("deployments.production");
  }

  @Test
  void a_checkout_that_is_gone() throws IOException {
    Path aside = directory.resolve("checkout-aside");
    Files.move(book.checkout(), aside);
    Host.Answer answer = host.update("production");
    Files.move(aside, book.checkout());

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/type")).isEqualTo("CheckoutUnusable");
    assertThat(answer.text("/failure/message"))
        .contains(book.checkout() + " is no directory")
        .contains("deployments.production.directory");
    assertThat(host.run("status", "production").stdout()).doesNotContain("unfinished");
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void no_room_for_a_backup() throws IOException {
    Path small = Files.writeString(directory.resolve("small.yml"), SMALL_BACKUPS);
    String usual = host.configText();
    host.writeConfig(usual.replace(book.composeFile(), book.composeFile() + ", " + small));
    book.compose("-f", small.toString(), "up", "-d", "postgres");

    assertRejected("DiskFull", "8.4 MB free", "Make room");

    host.writeConfig(usual);
    book.compose("up", "-d", "postgres");
  }

  /** What was refused above had no lasting effect. */
  @Test
  @Order(Integer.MAX_VALUE)
  void once_all_is_mended_the_update_goes_through() {
    Host.Answer answer = host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(book.version()).isEqualTo("3");
    assertThat(book.commit()).isEqualTo(target);
    assertThat(book.rows()).contains("written before");
    assertThat(Leftovers.of(host, book)).isEmpty();
  }

  private static void assertRejected(String type, String what, String remedy) {
    String commit = book.commit();
    String changes = book.changes();
    Map<String, String> containers = book.containers();

    Host.Answer answer = host.update("production");

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.exitCode()).isEqualTo(30);
    assertThat(answer.text("/failure/type")).isEqualTo(type);
    assertThat(answer.text("/failure/message")).contains(what).contains(remedy);
    assertThat(book.commit()).isEqualTo(commit);
    assertThat(book.changes()).isEqualTo(changes);
    assertThat(book.containers()).isEqualTo(containers);
  }
}
