package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.CommitSummary;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Commits, and the files in them. */
abstract class HistoryContract extends CheckoutContract {
  private static final String REF = "refs/safe-update/fetched/one";

  private String bring(String message, Map<String, String> files) {
    String commit = repositories.publish(message, files);
    checkout.fetch("origin", checkout.lookUp("origin", "master"), REF, Progress.NONE);
    return commit;
  }

  @Test
  void lists_the_commits_that_an_update_would_bring_newest_first() {
    String from = head();
    String two = bring("Add ünïcode\n\nBody", Map.of("a", "1"));
    String three = bring("Mend it", Map.of("a", "2"));

    List<CommitSummary> log = checkout.log(from, three, 10);

    assertThat(log).extracting(CommitSummary::commit).containsExactly(three, two);
    assertThat(log).extracting(CommitSummary::author).containsOnly("Ada");
    assertThat(log).extracting(CommitSummary::subject).containsExactly("Mend it", "Add ünïcode");
    assertThat(log.get(0).when())
        .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
    assertThat(checkout.log(from, three, 1)).hasSize(1);
    assertThat(checkout.log(three, from, 10)).isEmpty();
  }

  @Test
  void describes_a_commit_that_is_here() {
    String commit = bring("Add ünïcode\n\nBody", Map.of("a", "1"));

    CommitSummary described = checkout.describe(commit);

    assertThat(described.commit()).isEqualTo(commit);
    assertThat(described.author()).isEqualTo("Ada");
    assertThat(described.subject()).isEqualTo("Add ünïcode");
    assertFails(FailureType.PRECONDITION_FAILED, () -> checkout.describe("12".repeat(20)));
  }

  @Test
  void knows_which_commit_is_ahead() {
    String from = head();
    String to = bring("two", Map.of("a", "1"));

    assertThat(checkout.isAncestor(from, to)).isTrue();
    assertThat(checkout.isAncestor(to, from)).isFalse();
    assertThat(checkout.isAncestor(from, from)).isTrue();
  }

  @Test
  void names_the_paths_that_differ_as_they_are() {
    String from = head();
    repositories.git(repositories.developer, "mv", "README.md", "docs.md");
    String to = bring("odd names", Map.of("-rf", "1", "a b/ü\n\"c", "2", "app.py", "3"));

    assertThat(checkout.changedPaths(from, to))
        .containsExactlyInAnyOrder("README.md", "docs.md", "-rf", "a b/ü\n\"c", "app.py");
    assertThat(checkout.changedPaths(to, to)).isEmpty();
  }

  @Test
  void says_that_a_commit_is_not_here() {
    String nowhere = "12".repeat(20);

    assertFails(FailureType.PRECONDITION_FAILED, () -> checkout.changedPaths(head(), nowhere))
        .contains(nowhere);
    assertFails(FailureType.INTERNAL, () -> checkout.changedPaths(head(), "--output=/tmp/x"));
  }

  @Test
  void knows_whether_a_path_is_in_a_commit() {
    String commit = bring("two", Map.of("deploy/compose.yml", "services: {}", "-x", ""));

    assertThat(checkout.contains(commit, "deploy/compose.yml")).isTrue();
    assertThat(checkout.contains(commit, "deploy")).isTrue();
    assertThat(checkout.contains(commit, "deploy/")).isTrue();
    assertThat(checkout.contains(commit, "-x")).isTrue();
    assertThat(checkout.contains(commit, "nowhere.yml")).isFalse();
    assertThat(checkout.contains(commit, "*")).isFalse();
  }

  @Test
  void exports_files_with_modes_and_links_and_leaves_the_checkout_alone() throws Exception {
    Repositories.write(repositories.developer, "bin/start", "#!/bin/sh\n");
    assertThat(repositories.developer.resolve("bin/start").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(repositories.developer.resolve("link"), Path.of("bin/start"));
    String commit =
        bring(
            "two",
            Map.of("app.py", "two", ".gitattributes", "tests export-ignore\n", "tests/t", "t"));
    Path to = repositories.directory.resolve("export here");
    Map<String, String> before = Tree.of(repositories.site);

    checkout.export(commit, to, Progress.NONE);

    assertThat(Tree.of(to)).isEqualTo(Tree.of(repositories.developer));
    assertThat(Tree.of(repositories.site)).isEqualTo(before);
    assertThat(checkout.state().changed()).isEmpty();
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(repositories.site.resolve(".git")).isDirectoryNotContaining("glob:**safe-update*");
  }

  @Test
  void does_not_export_over_other_files() {
    Path to = repositories.directory.resolve("full");
    Repositories.write(to, "mine.txt", "mine");

    assertFails(FailureType.PRECONDITION_FAILED, () -> checkout.export(head(), to, Progress.NONE))
        .contains(to.toString());
    assertThat(Tree.of(to)).containsOnlyKeys("mine.txt");
  }
}
