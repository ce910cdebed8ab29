package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which implementation a checkout gets, and who may have one at all. */
final class CheckoutsTest {
  private Repositories repositories;

  @BeforeEach
  void givenASite(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
  }

  private Checkout open() {
    return new Checkouts(repositories.environment()).open(repositories.site);
  }

  private void configure(String key, String value) {
    repositories.git(repositories.site, "config", key, value);
  }

  @Test
  void a_plain_checkout_needs_no_git() {
    Map<String, String> withoutGit = new HashMap<>(repositories.environment());
    withoutGit.put("PATH", "/nowhere");

    assertThat(new Checkouts(withoutGit).open(repositories.site)).isInstanceOf(JGitCheckout.class);
  }

  @ParameterizedTest
  @CsvSource({
    "core.sparseCheckout, true",
    "core.splitIndex, true",
    "core.attributesFile, /etc/attributes",
    "extensions.worktreeConfig, true",
    "extensions.partialClone, origin",
    "remote.origin.promisor, true",
    "remote.origin.url, codecommit::eu://app",
  })
  void what_jgit_cannot_do_is_done_by_git(String key, String value) {
    configure(key, value);

    assertThat(open()).isInstanceOf(GitCliCheckout.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/app.git, credential.helper, store, true",
    "https://example.org/app.git, credential.https://example.org.helper, store, true",
    "https://example.org/app.git, credential.https://other.org.helper, store, false",
    "https://example.org/app.git, core.sshCommand, ssh -i key, false",
    "https://example.org/app.git, http.proxy, http://proxy:3128, true",
    "git@example.org:app.git, core.sshCommand, ssh -i key, true",
    "ssh://git@example.org/app.git, core.sshCommand, ssh -i key, true",
    "git@example.org:app.git, credential.helper, store, false",
    "/srv/app.git, credential.helper, store, false",
    "alias:app.git, credential.helper, store, true",
  })
  void the_way_to_the_remote_decides(String url, String key, String value, boolean byGit) {
    configure("url.https://example.org/.insteadOf", "alias:");
    configure("remote.origin.url", url);
    configure(key, value);

    assertThat(open()).isInstanceOf(byGit ? GitCliCheckout.class : JGitCheckout.class);
  }

  @ParameterizedTest
  @CsvSource({
    "*.bin filter=lfs diff=lfs merge=lfs -text, true",
    "[attr]big filter=lfs, true",
    "* ident, true",
    "*.txt working-tree-encoding=UTF-16, true",
    "# *.bin filter=lfs, false",
    "*.sh text eol=lf, false",
    "*.identical text, false",
  })
  void attributes_decide(String line, boolean byGit) {
    Repositories.write(repositories.site, "deep/.gitattributes", line + "\n");
    repositories.git(repositories.site, "add", ".");
    repositories.git(repositories.site, "commit", "-qm", "attributes");

    assertThat(open()).isInstanceOf(byGit ? GitCliCheckout.class : JGitCheckout.class);
  }

  @Test
  void says_which_git_is_missing_for_what() {
    configure("core.sparseCheckout", "true");
    Map<String, String> withoutGit = Map.of("PATH", "/nowhere");

    assertFails(
            FailureType.CHECKOUT_UNUSABLE, () -> new Checkouts(withoutGit).open(repositories.site))
        .contains("core.sparseCheckout")
        .contains("Install git");
  }

  @Test
  void an_agent_is_a_wish_that_a_host_without_git_does_without() {
    configure("remote.origin.url", "git@example.org:app.git");
    repositories.setVariable("SSH_AUTH_SOCK", "/run/agent");
    Map<String, String> withoutGit = new HashMap<>(repositories.environment());
    withoutGit.put("PATH", "/nowhere");

    assertThat(open()).isInstanceOf(GitCliCheckout.class);
    assertThat(new Checkouts(withoutGit).open(repositories.site)).isInstanceOf(JGitCheckout.class);
  }

  @Test
  void a_sha256_repository_is_read_by_git(@TempDir Path other) {
    repositories.git(other, "init", "-q", "--object-format=sha256");
    repositories.git(other, "commit", "-q", "--allow-empty", "-m", "one");

    Checkout checkout = new Checkouts(repositories.environment()).open(other);

    assertThat(checkout.state().head()).hasSize(64);
    checkout.keep("refs/safe-update/kept/a", checkout.state().head());
  }

  @Test
  void a_release_that_needs_git_gets_it_although_the_checkout_needs_none() throws Exception {
    givenFilter();
    String from = repositories.head(repositories.site);
    String to =
        repositories.publish(
            "filtered", Map.of(".gitattributes", "*.txt filter=shout\n", "a.txt", "hello"));
    Checkout checkout =
        new JGitCheckout(
            WorkTree.enclosing(repositories.site), why -> repositories.byGit(repositories.site));

    checkout.fetch(
        "origin", checkout.lookUp("origin", "master"), "refs/safe-update/a", Progress.NONE);
    checkout.export(to, repositories.directory.resolve("export"), Progress.NONE);
    checkout.move("master", from, to);

    assertThat(repositories.directory.resolve("export/a.txt")).hasContent("HELLO");
    assertThat(repositories.site.resolve("a.txt")).hasContent("HELLO");
  }

  /** Turns to capitals what is checked out, and back what is checked in. */
  private void givenFilter() {
    repositories.configureAll("filter.shout.smudge", "tr a-z A-Z");
    repositories.configureAll("filter.shout.clean", "tr A-Z a-z");
  }

  @Test
  void refuses_what_is_no_checkout(@TempDir Path plain) {
    Checkouts checkouts = new Checkouts(repositories.environment());

    assertFails(FailureType.CHECKOUT_UNUSABLE, () -> checkouts.open(plain))
        .contains(plain.toString())
        .contains("git work tree");
    assertFails(FailureType.CONFIG_INVALID, () -> checkouts.open(plain.resolve("nowhere")))
        .contains("nowhere")
        .contains("`directory`");
  }

  @Test
  void refuses_another_users_checkout() {
    Checkouts asSomebodyElse = new Checkouts(repositories.environment(), 4711);

    assertFails(FailureType.CHECKOUT_UNUSABLE, () -> asSomebodyElse.open(repositories.site))
        .contains("4711")
        .contains("chown");
  }

  /** As root the owner is somebody else; otherwise it is us, and nothing may change that. */
  @Test
  void leaves_every_file_to_the_owner_of_the_checkout() throws Exception {
    int owner = owner(repositories.site) == 0 ? 4711 : owner(repositories.site);
    for (Path file : all()) {
      Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
    repositories.configureAll("safe.directory", "*");
    String from = repositories.head(repositories.site);
    String to = repositories.publish("two", Map.of("new/deep/file", "x", "app.py", "two"));
    Checkout checkout = open();

    checkout.fetch(
        "origin", checkout.lookUp("origin", "master"), "refs/safe-update/a", Progress.NONE);
    checkout.track("origin", "master", to);
    checkout.move("master", from, to);
    checkout.keep("refs/safe-update/kept/b", to);

    assertThat(repositories.site.resolve("new/deep/file")).hasContent("x");
    for (Path file : all()) {
      assertThat(owner(file)).as(file.toString()).isEqualTo(owner);
    }
  }

  private List<Path> all() throws Exception {
    try (Stream<Path> files = Files.walk(repositories.site)) {
      return files.toList();
    }
  }

  private static int owner(Path file) throws Exception {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
