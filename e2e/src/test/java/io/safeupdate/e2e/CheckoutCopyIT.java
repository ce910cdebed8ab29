package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A checkout that git alone cannot restore: files that it ignores or does not know, mounted into a
 * service that may write there, and the database's own directory among them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckoutCopyIT {
  private static final String NAME = "su-e2e-checkout-copy";

  private static final String COMPOSE =
      """
      services:
        web:
          build: .
          command: python app.py
          restart: unless-stopped
          environment: {DATABASE_URL: "postgresql://shop:secret@postgres/shop"}
          ports: ["127.0.0.1:${PORT}:8000"]
          depends_on: [postgres]
          volumes: [".:/checkout"]
        postgres:
          image: safe-update-demo/postgres:1
          restart: unless-stopped
          environment: {POSTGRES_USER: shop, POSTGRES_PASSWORD: secret, POSTGRES_DB: shop}
          volumes: ["./pgdata:/var/lib/postgresql/data", "backups:/backups"]
      volumes: {backups: {}}
      """;

  private static final String GIVEN_FILES =
      """
      echo by hand >untracked.txt
      mkdir -p ignored/deep/er ignored/empty
      echo secret >ignored/settings.ini; chmod 640 ignored/settings.ini
      echo '#!/bin/sh' >ignored/run.sh; chmod 4755 ignored/run.sh
      echo deep >ignored/deep/er/file; ln ignored/deep/er/file ignored/deep/again
      ln -s nowhere ignored/dangling; ln -s settings.ini 'ignored/a link'
      chown 1234:4321 ignored/deep/er/file
      find ignored untracked.txt notes.md -print0 | xargs -0 touch -h -d @1600000000.123456
      touch -d @1600000000.123456789 ignored/settings.ini
      """;

  private static final String DAMAGE =
      """
      import os, pathlib, shutil, sys
      if "--plan" not in sys.argv:
          checkout = pathlib.Path("/checkout")
          (checkout / "untracked.txt").unlink()
          (checkout / "ignored/settings.ini").write_text("public")
          (checkout / "ignored/run.sh").chmod(0o600)
          shutil.rmtree(checkout / "ignored/deep")
          (checkout / "ignored/deep").write_text("a file now")
          (checkout / "ignored/dangling").unlink()
          os.symlink("/elsewhere", checkout / "ignored/dangling")
          (checkout / "left-behind").mkdir()
          (checkout / "left-behind/upload").write_text("by the new version")
          (checkout / "notes.md").write_text("tracked, and not the release's to change")
          (checkout / ".git/HEAD").unlink()
          sys.exit("the migration fails after all that")
      """;

  private static final String PICTURE =
      """
      find . \\( -path ./.git -o -path ./pgdata \\) -prune -o -printf '%p %y %m %U:%G %T@ %l\\n' | sort
      find . \\( -path ./.git -o -path ./pgdata \\) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
      """;

  @TempDir static Path directory;
  static SmallApp app;
  static Host host;
  static String manage;

  @BeforeAll
  static void givenARunningApplication() throws IOException {
    app = new SmallApp(directory.resolve("app"), NAME);
    app.takeWithDatabase("python app.py", "[]").put("compose.yml", COMPOSE);
    app.put(".gitignore", ".env\nignored/\npgdata/\n").put(".dockerignore", "pgdata\nignored\n");
    app.put("notes.md", "tracked\n");
    app.release("1");
    app.start();
    manage = Files.readString(app.checkout().resolve("manage.py"));
    app.compose("run", "--rm", "-T", "web", "python", "manage.py", "migrate");
    app.post("written before");
    inCheckout(GIVEN_FILES);
    host = Host.sharingUp(directory.resolve("host")).init(app);
    host.writeConfig(
            host.configText()
                .replace("    health:\n", "    update: {checkout: copy}\n    health:\n"))
        .up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
  }

  @Test
  @Order(1)
  void a_release_that_ruins_the_checkout_leaves_no_trace_in_it() {
    SmallApp.State before = app.state();
    String files = inCheckout(PICTURE);
    app.put("manage.py", DAMAGE + manage).put("migrations/0002.sql", "drop table rows;\n");
    app.release("2");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/phase")).isEqualTo("migrate");
    assertThat(inCheckout(PICTURE)).isEqualTo(files);
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.git("fsck")).isEmpty();
    assertThat(app.rows()).containsExactly("written before");
    Path aside = point(answer).resolve("checkout/put-aside");
    assertThat(aside.resolve("left-behind/upload")).hasContent("by the new version");
    assertThat(aside.resolve("ignored/settings.ini")).hasContent("public");
    assertThat(aside.resolve("ignored/deep")).hasContent("a file now");
    assertThat(aside.resolve("notes.md")).content().startsWith("tracked, and not");
    assertThat(answer.json().at("/rollback").toString()).contains("put aside in " + aside);
  }

  @Test
  @Order(2)
  void the_copy_tells_what_is_in_it_and_that_the_database_is_not() {
    String files = inCheckout(PICTURE);
    app.put("manage.py", manage).put("migrations/0002.sql", "update rows set text = 'migrated';\n");
    String target = app.release("3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(answer.json().at("/notes").toString()).contains("pgdata is neither copied");
    Path copy = point(answer).resolve("checkout");
    JsonNode told = Host.json(copy.resolve("copy.json"));
    assertThat(told.at("/excluded/0/path").asText()).isEqualTo("pgdata");
    assertThat(told.at("/live")).isEmpty();
    assertThat(Host.json(point(answer).resolve("manifest.json")).at("/checkout")).isEqualTo(told);
    assertThat(copy.resolve("files/pgdata")).doesNotExist();
    assertThat(in(copy.resolve("files"), PICTURE)).isEqualTo(files);
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("3", SmallApp.State::release);
    assertThat(app.rows()).containsExactly("migrated");
  }

  @Test
  @Order(3)
  void a_good_update_keeps_what_git_does_not_know() throws IOException {
    assertThat(app.checkout().resolve("untracked.txt")).hasContent("by hand");
    assertThat(inCheckout("stat -c '%a %Y' ignored/run.sh ignored/settings.ini"))
        .isEqualTo("4755 1600000000\n640 1600000000");
    assertThat(Files.readSymbolicLink(app.checkout().resolve("ignored/dangling")))
        .isEqualTo(Path.of("nowhere"));
  }

  private static Path point(Host.Answer answer) {
    return host.state()
        .resolve("deployments")
        .resolve(NAME)
        .resolve("restore-points")
        .resolve(answer.text("/restorePoint"));
  }

  private static String inCheckout(String script) {
    return in(app.checkout(), script);
  }

  private static String in(Path tree, String script) {
    return Run.of(tree, "bash", "-e", "-c", script).orFail().text();
  }
}
