package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that only the git command line can read. */
final class GitCliSpecialsTest {
  private Repositories repositories;
  private Path library;
  private Path export;

  @BeforeEach
  void givenASite(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
    repositories.setVariable("GIT_ALLOW_PROTOCOL", "file");
    library = Files.createDirectories(repositories.directory.resolve("library"));
    export = repositories.directory.resolve("export");
    repositories.git(library, "init", "-q", "-b", "master");
    commitToLibrary("one");
  }

  private void commitToLibrary(String content) {
    Repositories.write(library, "lib.py", content);
    repositories.git(library, "add", ".");
    repositories.git(library, "commit", "-q", "-m", content);
  }

  private String publishWithLibrary() {
    repositories.git(
        repositories.developer, "submodule", "--quiet", "add", "../library", "vendor/library");
    return repositories.publishAll("with the library");
  }

  private String publishLibraryUpdate() {
    commitToLibrary("two");
    Path inside = repositories.developer.resolve("vendor/library");
    repositories.git(inside, "pull", "-q", "origin", "master");
    return repositories.publishAll("with the newer library");
  }

  private Checkout checkout() {
    return new Checkouts(repositories.environment()).open(repositories.site);
  }

  private RemoteCommit fetch(Checkout checkout) {
    RemoteCommit found = checkout.lookUp("origin", "master");
    checkout.fetch("origin", found, "refs/safe-update/fetched/one", Progress.NONE);
    return found;
  }

  private String library() throws Exception {
    return Files.readString(repositories.site.resolve("vendor/library/lib.py"));
  }

  @Test
  void a_submodule_moves_with_the_files_around_it() throws Exception {
    String one = publishWithLibrary();
    repositories.git(repositories.site, "pull", "-q");
    repositories.git(repositories.site, "submodule", "--quiet", "update", "--init");
    String two = publishLibraryUpdate();
    Checkout checkout = checkout();
    assertThat(checkout).isInstanceOf(GitCliCheckout.class);

    fetch(checkout);
    Files.move(library, repositories.directory.resolve("unreachable"));
    checkout.export(two, export, Progress.NONE);
    checkout.move("master", one, two);
    assertThat(export.resolve("vendor/library/lib.py")).hasContent("two");
    assertThat(export.resolve("vendor/library/.git")).doesNotExist();
    assertThat(library()).isEqualTo("two");

    checkout.move("master", two, one);
    assertThat(library()).isEqualTo("one");
    assertThat(checkout.state().changed()).isEmpty();
  }

  @Test
  void a_submodule_that_a_release_brings_arrives_with_it() throws Exception {
    String from = repositories.head(repositories.site);
    String to = publishWithLibrary();
    Checkout plain =
        new JGitCheckout(
            WorkTree.enclosing(repositories.site), why -> repositories.byGit(repositories.site));

    fetch(plain);
    plain.export(to, export, Progress.NONE);
    plain.move("master", from, to);
    assertThat(export.resolve("vendor/library/lib.py")).hasContent("one");
    assertThat(library()).isEqualTo("one");

    checkout().move("master", to, from);
    assertThat(checkout().state().changed()).isEmpty();
    checkout().move("master", from, to);
    assertThat(library()).isEqualTo("one");
  }

  @Test
  void a_submodule_that_the_operator_never_initialised_stays_out() {
    publishWithLibrary();
    repositories.git(repositories.site, "pull", "-q");
    String one = repositories.head(repositories.site);
    String two = publishLibraryUpdate();
    Checkout checkout = checkout();

    fetch(checkout);
    checkout.export(two, export, Progress.NONE);
    checkout.move("master", one, two);

    assertThat(export.resolve("app.py")).exists();
    assertThat(repositories.site.resolve("vendor/library/lib.py")).doesNotExist();
    assertThat(checkout.state().changed()).isEmpty();
  }

  @Test
  void work_inside_a_submodule_is_a_local_change() throws Exception {
    String one = publishWithLibrary();
    repositories.git(repositories.site, "pull", "-q");
    repositories.git(repositories.site, "submodule", "--quiet", "update", "--init");
    String two = publishLibraryUpdate();
    Checkout checkout = checkout();
    fetch(checkout);
    Repositories.write(repositories.site, "vendor/library/lib.py", "mine");

    assertThat(checkout.state().changed()).containsExactly("vendor/library");
    assertFails(FailureType.CHECKOUT_UNUSABLE, () -> checkout.move("master", one, two))
        .contains("vendor/library");
    assertThat(library()).isEqualTo("mine");
  }

  @Test
  void a_sparse_checkout_stays_sparse_and_its_export_is_whole() {
    repositories.publish("more", Map.of("web/a", "1", "docs/b", "1"));
    repositories.git(repositories.site, "pull", "-q");
    repositories.git(repositories.site, "sparse-checkout", "set", "web");
    String from = repositories.head(repositories.site);
    String to = repositories.publish("new", Map.of("web/a", "2", "docs/b", "2", "docs/c", "2"));
    Checkout checkout = checkout();

    fetch(checkout);
    checkout.export(to, export, Progress.NONE);
    checkout.move("master", from, to);
    assertThat(export.resolve("docs/c")).hasContent("2");
    assertThat(repositories.site.resolve("web/a")).hasContent("2");
    assertThat(repositories.site.resolve("docs")).doesNotExist();

    checkout.move("master", to, from);
    assertThat(repositories.site.resolve("web/a")).hasContent("1");
    assertThat(repositories.site.resolve("docs")).doesNotExist();
  }

  @Test
  void a_partial_clone_gets_what_it_lacks() throws Exception {
    repositories.git(repositories.remote, "config", "uploadpack.allowFilter", "true");
    Path partial = repositories.directory.resolve("partial");
    repositories.git(
        repositories.directory,
        "clone",
        "-q",
        "--filter=blob:none",
        "file://" + repositories.remote,
        partial.toString());
    String from = repositories.head(partial);
    String to = repositories.publish("two", Map.of("app.py", "two"));
    Checkout checkout = new Checkouts(repositories.environment()).open(partial);
    assertThat(checkout).isInstanceOf(GitCliCheckout.class);

    fetch(checkout);
    checkout.export(to, export, Progress.NONE);
    checkout.move("master", from, to);
    checkout.move("master", to, from);

    assertThat(export.resolve("app.py")).hasContent("two");
    assertThat(partial.resolve("app.py")).hasContent("print('one')");
  }

  @Test
  void files_in_lfs_are_never_exported_as_pointers() {
    String to =
        repositories.publish("lfs", Map.of(".gitattributes", "*.bin filter=lfs\n", "a.bin", "x"));
    Checkout checkout = repositories.byGit(repositories.site);
    fetch(checkout);

    assertFails(FailureType.CHECKOUT_UNUSABLE, () -> checkout.export(to, export, Progress.NONE))
        .contains("git lfs install");
  }

  @Test
  void a_cancelled_fetch_kills_git_and_its_children() {
    repositories.git(
        repositories.site, "config", "remote.origin.uploadpack", "sleep 598; git-upload-pack");
    Checkout checkout = repositories.byGit(repositories.site);
    Thread.currentThread().interrupt();

    assertFails(FailureType.WORKER_STOPPING, () -> checkout.lookUp("origin", "master"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 598"));
  }
}
