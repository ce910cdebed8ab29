package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of an env file, which a talkative release prints, are told to nobody. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsIT {
  /** A release that is not in the demo, for nobody should write such a migration. */
  private static final String TALKATIVE =
      """
      import os

      from django.db import migrations


      def tell(apps, schema_editor):
          print("environment:", dict(os.environ), flush=True)
          raise RuntimeError("gave up with the password " + os.environ["POSTGRES_PASSWORD"])


      class Migration(migrations.Migration):
          dependencies = [("guestbook", "0001_initial")]
          operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
      """;

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Snoop snoop;
  static List<String> secrets;
  static List<String> said = new ArrayList<>();

  @BeforeAll
  static void givenARunningApplication() throws IOException {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-secrets");
    secrets =
        Files.readAllLines(book.envFile()).stream()
            .filter(line -> line.matches("(POSTGRES_PASSWORD|DJANGO_SECRET_KEY)=.*"))
            .map(line -> line.split("=", 2)[1])
            .toList();
    assertThat(secrets).hasSize(2).allMatch(it -> it.length() > 30);
    snoop = Snoop.on(secrets);
    host = new Host(directory.resolve("host")).with("production", book).up();
  }

  @AfterAll
  static void cleanUp() {
    snoop.close();
    host.close();
    book.close();
  }

  @Test
  @Order(1)
  void a_failing_release_that_prints_them_is_shown_without_them() {
    book.publishAppended("backend/guestbook/migrations/0002_talkative.py", TALKATIVE);

    Host.Answer answer = update("ROLLED_BACK");

    assertThat(answer.text("/failure/phase")).isEqualTo("migrate");
    assertThat(answer.text("/failure/message")).contains("gave up with the password ***");
    Path kept = Path.of(answer.text("/failure/logs"));
    assertThat(Snoop.text(kept.resolve("steps/migrate-1.log"))).contains("with the password ***");
    assertThat(Snoop.text(kept.resolve("compose.json")))
        .contains("\"DJANGO_SECRET_KEY\" : \"***\"");
    told(host.run("show", answer.text("/operation"), "--logs").orFail());
  }

  @Test
  @Order(2)
  void a_rejected_and_a_good_release_say_nothing_either() {
    book.publish("broken-env");
    update("REJECTED");

    book.publish("v2-migration");
    update("UPDATED");
  }

  @Test
  @Order(3)
  void no_command_prints_them() {
    List<List<String>> commands =
        List.of(
            List.of("show", "production"),
            List.of("history", "--json"),
            List.of("status", "--json"),
            List.of("plan", "production", "--json"),
            List.of("restore-points", "production", "--json"));
    commands.forEach(words -> told(host.run(words.toArray(String[]::new)).orFail()));

    assertThat(said).noneMatch(text -> Snoop.tells(secrets, text));
  }

  @Test
  @Order(4)
  void no_file_holds_them_but_the_copies_of_the_env_file() throws IOException {
    host.close();

    assertThat(files())
        .filteredOn(file -> Snoop.tells(secrets, Snoop.text(file)))
        .allMatch(file -> file.toString().matches(".*/restore-points/[^/]+/env"))
        .hasSize(2)
        .allMatch(file -> mode(file).equals("rw-------"));
    assertThat(files().stream().map(Snoop::text))
        .as("the history is searched as it is stored")
        .anyMatch(text -> text.startsWith("SQLite") && text.contains("gave up with the password"));
  }

  @Test
  @Order(5)
  void no_command_line_on_the_machine_ever_held_them() {
    assertThat(snoop.caught()).isEmpty();
  }

  private static Host.Answer update(String outcome) {
    Host.Answer answer = host.update("production");
    told(answer.run());
    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo(outcome);
    return answer;
  }

  private static void told(Run run) {
    said.add(run.stdout());
    said.add(run.stderr());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(host.directory())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String mode(Path file) {
    try {
      return java.nio.file.attribute.PosixFilePermissions.toString(
          Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
