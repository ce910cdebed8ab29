package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkouts;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.Scope;
import io.safeupdate.activities.tree.TreeCopy;
import io.safeupdate.activities.tree.TreeRemoval;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real checkouts and real git; what Compose would say is told. */
class CheckoutReturnTest {
  private static final Map<String, String> GIT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "Ada",
          "GIT_AUTHOR_EMAIL", "ada@example.org",
          "GIT_COMMITTER_NAME", "Ada",
          "GIT_COMMITTER_EMAIL", "ada@example.org");

  @TempDir Path directory;
  private Shop shop;
  private Baseline before;
  private String from;
  private String to;
  private TreeCopy asItWas;

  @BeforeEach
  void givenACheckoutWithFilesThatGitDoesNotKnow() throws IOException {
    shop = new Shop(directory);
    shop.checkouts = new Checkouts(Map.of("PATH", System.getenv("PATH")))::open;
    git("init", "-q", "-b", "master");
    write(".gitignore", "ignored/\nmedia/\ndata/\n");
    write("app.py", "old");
    write("gone.py", "only in the old version");
    from = commit("old");
    write("app.py", "new");
    Files.delete(file("gone.py"));
    write("new.py", "only in the new version");
    to = commit("new");
    git("reset", "-q", "--hard", from);
    write("ignored/settings", "by hand");
    write("untracked", "by hand too");
    write("media/old.png", "old");
    write("data/PG_VERSION", "15");
    before = shop.begun("0198f4c2").get(Baseline.class);
    mounts("web", "media", "/media");
  }

  @Test
  void brings_back_what_git_knows_and_what_it_does_not() {
    copied();
    move();
    damageFiles();

    String done = back();

    assertAsItWas();
    assertThat(done).contains("put back").contains("put aside in " + aside());
    assertThat(aside().resolve("ignored/settings")).hasContent("overwritten");
    assertThat(aside().resolve("left-behind")).hasContent("by the new version");
  }

  @Test
  void brings_tracked_files_back_that_somebody_changed_on_top_of_the_move() {
    write("README", "tracked by both");
    from = commit("tracked by both");
    git("cherry-pick", to);
    to = git("rev-parse", "HEAD");
    git("reset", "-q", "--hard", from);
    copied();
    move();
    write("README", "changed on top");
    write("app.py", "changed too");

    back();

    assertAsItWas();
    assertThat(aside().resolve("README")).hasContent("changed on top");
    assertThat(aside().resolve("app.py")).hasContent("changed too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HEAD", "refs", "objects", "index"})
  void brings_a_broken_git_directory_back_as_a_whole(String broken) {
    copied();
    move();
    TreeRemoval.delete(file(".git").resolve(broken));
    write(broken.isEmpty() ? ".git-is-gone" : ".git/" + broken, "broken");

    back();

    assertAsItWas();
    assertThat(git("fsck")).isEmpty();
  }

  @Test
  void brings_a_whole_checkout_back() {
    copied();
    move();
    TreeRemoval.delete(shop.checkout);

    back();

    assertAsItWas();
  }

  @Test
  void does_nothing_where_all_is_as_it_was() {
    copied();

    assertThat(back()).isEqualTo("its files are as they were");
    assertAsItWas();
  }

  @Test
  void refuses_a_branch_that_somebody_moved_elsewhere_and_touches_nothing() {
    copied();
    write("app.py", "by a person");
    String elsewhere = commit("by a person");
    write("untracked", "changed");

    assertThatThrownBy(this::back)
        .isInstanceOfSatisfying(
            StepFailure.class,
            failure -> assertThat(failure.type()).isEqualTo(FailureType.CHECKOUT_UNUSABLE))
        .hasMessageContaining(elsewhere);
    assertThat(file("untracked")).hasContent("changed");
    assertThat(git("rev-parse", "HEAD")).isEqualTo(elsewhere);
  }

  @Test
  void leaves_alone_what_a_service_ran_on_with() {
    shop.engine.serves("web");
    CheckoutCopy copy = copied();
    move();
    write("media/upload.png", "since then");
    write("media/old.png", "newer");
    damageFiles();

    String done = back();

    assertThat(copy.live()).extracting(CheckoutCopy.Part::path).containsExactly("media");
    assertThat(done).contains("left as it is, for a service ran on with it: media");
    assertThat(file("media/upload.png")).hasContent("since then");
    assertThat(file("media/old.png")).hasContent("newer");
    assertThat(file("ignored/settings")).hasContent("by hand");
    assertThat(copies().files().resolve("media/old.png")).hasContent("old");
  }

  @Test
  void brings_back_what_a_service_that_was_stopped_had_mounted() {
    shop.engine.runs("web");
    copied();
    move();
    TreeRemoval.delete(file("media"));

    back();

    assertAsItWas();
  }

  @Test
  void neither_copies_nor_puts_back_the_files_of_the_database() {
    shop.configured("database: {service: web}\nmigrate: none\n");
    mounts("web", "data", "/anywhere");
    shop.engine.serves("web");
    CheckoutCopy copy = copied();
    write("data/base", "newer");

    back();

    assertThat(copy.excluded())
        .containsExactly(new CheckoutCopy.Part("data", "database files: web has them mounted"));
    assertThat(copies().files().resolve("data")).doesNotExist();
    assertThat(file("data/base")).hasContent("newer");
  }

  @Test
  void knows_a_database_that_runs_by_where_it_keeps_its_files() {
    mounts("other", "data", "/var/lib/postgresql/data");
    shop.engine.serves("other");

    assertThat(copied().excluded()).extracting(CheckoutCopy.Part::path).containsExactly("data");
  }

  @Test
  void half_a_copy_is_made_anew_and_a_whole_one_stays() throws IOException {
    Files.createDirectories(copies().files().resolve("half"));
    write("untracked", "first");
    CheckoutCopy first = copied();
    write("untracked", "second");

    assertThat(copies().make(before, Progress.NONE)).isEqualTo(first);
    assertThat(copies().files().resolve("untracked")).hasContent("first");
    assertThat(copies().files().resolve("half")).doesNotExist();
  }

  @Test
  void nothing_is_put_back_where_nothing_was_copied() {
    assertThat(CheckoutReturn.of(deployment(), before.restorePoint())).isEmpty();
  }

  private void damageFiles() {
    TreeRemoval.delete(file("untracked"));
    write("ignored/settings", "overwritten");
    write("left-behind", "by the new version");
  }

  private CheckoutCopy copied() {
    CheckoutCopy copy = copies().make(before, Progress.NONE);
    asItWas = new TreeCopy(shop.checkout, directory.resolve("as-it-was"));
    asItWas.copy(Scope.ALL, Progress.NONE);
    return copy;
  }

  private void move() {
    deployment().checkout().move("master", from, to);
  }

  private String back() {
    return CheckoutReturn.of(deployment(), before.restorePoint())
        .orElseThrow()
        .back("master", to, from, Progress.NONE);
  }

  private void assertAsItWas() {
    assertThat(asItWas.compare(new Scope(List.of(Path.of(".git"))), 9, Progress.NONE)).isEmpty();
    assertThat(git("rev-parse", "HEAD")).isEqualTo(from);
    assertThat(git("symbolic-ref", "--short", "HEAD")).isEqualTo("master");
    assertThat(git("status", "--porcelain", "-uno")).isEmpty();
  }

  private Deployment deployment() {
    return shop.host().deployment("production");
  }

  private CheckoutCopies copies() {
    return new CheckoutCopies(deployment(), before.restorePoint());
  }

  private Path aside() {
    return copies().aside();
  }

  private void mounts(String service, String source, String target) {
    String model =
        """
        {"name": "shop", "services": {"%s": {"image": "x", "volumes": [
          {"type": "bind", "source": "%s", "target": "%s"}]}}}
        """
            .formatted(service, file(source), target);
    shop.compose = new CompletedProcess(0, model, "", List.of());
  }

  private Path file(String name) {
    return shop.checkout.resolve(name);
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String commit(String subject) {
    git("add", "--all", ":!untracked");
    git("commit", "-q", "-m", subject);
    return git("rev-parse", "HEAD");
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(shop.checkout.toFile()).redirectErrorStream(true);
    builder.environment().putAll(GIT);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
