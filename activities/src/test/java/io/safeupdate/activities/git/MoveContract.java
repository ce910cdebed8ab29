package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.State;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving between two releases that differ in every way that two trees can. */
abstract class MoveContract extends CheckoutContract {
  protected String from;
  protected String to;
  protected Map<String, String> oldTree;
  protected Map<String, String> newTree;

  @BeforeEach
  void givenTwoReleases() throws Exception {
    Path developer = repositories.developer;
    Repositories.write(developer, "deleted/old.py", "old");
    Repositories.write(developer, "renamed-from.py", "the same content all along\n");
    Repositories.write(developer, "becomes-file/inner/x", "x");
    Repositories.write(developer, "becomes-directory", "file");
    Repositories.write(developer, "becomes-program", "#!/bin/sh\n");
    Files.createSymbolicLink(developer.resolve("link"), Path.of("app.py"));
    Files.createSymbolicLink(developer.resolve("link-becomes-file"), Path.of("app.py"));
    Repositories.write(developer, "file-becomes-link", "file");
    from = repositories.publishAll("from");
    oldTree = Tree.of(developer);
    git("pull", "-q");

    for (String path :
        new String[] {"deleted/old.py", "becomes-directory", "link", "link-becomes-file"}) {
      Files.delete(developer.resolve(path));
    }
    repositories.git(developer, "mv", "renamed-from.py", "renamed-to.py");
    Files.delete(developer.resolve("file-becomes-link"));
    repositories.git(developer, "rm", "-rq", "becomes-file");
    Repositories.write(developer, "becomes-file", "file");
    Repositories.write(developer, "becomes-directory/inner/y", "y");
    Files.createSymbolicLink(developer.resolve("link"), Path.of("README.md"));
    Files.createSymbolicLink(developer.resolve("file-becomes-link"), Path.of("README.md"));
    Repositories.write(developer, "link-becomes-file", "file");
    Repositories.write(developer, "app.py", "print('two')\n");
    Repositories.write(developer, "added/deep/-rf", "added");
    assertThat(developer.resolve("becomes-program").toFile().setExecutable(true)).isTrue();
    Files.deleteIfExists(developer.resolve("deleted"));
    to = repositories.publishAll("to");
    newTree = Tree.of(developer);
    checkout.fetch(
        "origin",
        checkout.lookUp("origin", "master"),
        "refs/safe-update/fetched/one",
        Progress.NONE);
  }

  private void assertAt(String commit, Map<String, String> tree) {
    State state = checkout.state();
    assertThat(state.head()).isEqualTo(commit);
    assertThat(state.branch()).contains("master");
    assertThat(state.changed()).isEmpty();
    assertThat(state.locked()).isFalse();
    assertThat(git("symbolic-ref", "HEAD").strip()).isEqualTo("refs/heads/master");
    assertThat(git("status", "--porcelain", "--untracked-files=no")).isEmpty();
    assertThat(git("diff", "--cached", "HEAD")).isEmpty();
    assertThat(Tree.of(repositories.site)).isEqualTo(tree);
    assertThat(repositories.site.resolve(".git")).isDirectoryNotContaining("glob:**safe-update*");
    assertThat(repositories.site.resolve(".git")).isDirectoryNotContaining("glob:**.lock");
  }

  private static Map<String, String> with(Map<String, String> tree, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(tree);
    all.putAll(more);
    return all;
  }

  @Test
  void moves_there_and_back_and_repeats_harmlessly() {
    checkout.move("master", from, to);
    assertAt(to, newTree);
    checkout.move("master", from, to);
    assertAt(to, newTree);

    checkout.move("master", to, from);
    assertAt(from, oldTree);
    checkout.move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void says_in_the_reflog_who_moved_the_branch() {
    checkout.move("master", from, to);

    assertThat(git("reflog", "-1", "master")).contains("safe-update");
    assertThat(git("reflog", "-1", "HEAD")).contains("safe-update");
  }

  @Test
  void keeps_untracked_and_ignored_files() {
    Map<String, String> mine =
        Map.of(
            "mine.txt", "file mine",
            "deleted", "directory",
            "deleted/mine.txt", "file mine",
            "data", "directory",
            "data/db.log", "file ignored");
    Repositories.write(repositories.site, ".git/info/exclude", "*.log\n");
    Repositories.write(repositories.site, "mine.txt", "mine");
    Repositories.write(repositories.site, "deleted/mine.txt", "mine");
    Repositories.write(repositories.site, "data/db.log", "ignored");

    checkout.move("master", from, to);
    assertAt(to, with(newTree, mine));

    checkout.move("master", to, from);
    assertAt(from, with(oldTree, mine));
  }

  @Test
  void runs_no_hook() throws Exception {
    for (String hook :
        new String[] {
          "post-checkout", "post-index-change", "reference-transaction", "post-merge"
        }) {
      Path file = repositories.site.resolve(".git/hooks/" + hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\ntouch '" + repositories.directory + "/hooked'\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    checkout.move("master", from, to);

    assertThat(repositories.directory.resolve("hooked")).doesNotExist();
  }

  @Test
  void moves_a_linked_work_tree_and_not_its_sibling() {
    Path linked = repositories.directory.resolve("linked");
    git("worktree", "add", "-q", "-b", "staging", linked.toString(), from);

    open(linked).move("staging", from, to);

    assertThat(Tree.of(linked)).isEqualTo(newTree);
    assertThat(repositories.head(linked)).isEqualTo(to);
    assertAt(from, oldTree);
  }

  // ---- half-way states

  private void givenBranchNewFilesOld() {
    git("update-ref", "refs/heads/master", to);
  }

  private void givenIndexNewFilesOld() {
    git("read-tree", to);
  }

  private void givenFilesPartlyNew() throws IOException {
    Repositories.write(repositories.site, "app.py", "print('two')\n");
    Repositories.write(repositories.site, "added/deep/-rf", "added");
    Files.delete(repositories.site.resolve("becomes-directory"));
    Repositories.write(repositories.site, "becomes-directory/inner/y", "y");
    Files.delete(repositories.site.resolve("deleted/old.py"));
    Files.delete(repositories.site.resolve("link"));
  }

  @Test
  void finishes_when_the_branch_moved_before_the_files() {
    givenBranchNewFilesOld();
    checkout.move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void goes_back_when_the_branch_moved_before_the_files() {
    givenBranchNewFilesOld();
    checkout.move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void finishes_when_only_some_files_moved() throws Exception {
    givenFilesPartlyNew();
    checkout.move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void goes_back_when_only_some_files_moved() throws Exception {
    givenFilesPartlyNew();
    checkout.move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void finishes_when_only_the_index_moved() {
    givenIndexNewFilesOld();
    checkout.move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void goes_back_when_only_the_index_moved() {
    givenIndexNewFilesOld();
    checkout.move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void finishes_when_all_but_the_branch_moved() {
    git("read-tree", "--reset", "-u", to);
    checkout.move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void finishes_its_own_killed_move_with_its_lock_and_a_half_written_file() throws Exception {
    givenFilesPartlyNew();
    Repositories.write(repositories.site, "app.py", "print('t");
    givenKilledMove();

    checkout.move("master", from, to);

    assertAt(to, newTree);
  }

  @Test
  void goes_back_from_its_own_killed_move() throws Exception {
    givenFilesPartlyNew();
    Repositories.write(repositories.site, "app.py", "print('t");
    Repositories.write(repositories.site, "added/deep/-rf", "ad");
    givenKilledMove();

    checkout.move("master", to, from);

    assertAt(from, oldTree);
  }

  /** What a killed process of ours leaves: its lock, its note, its index and the lock of that. */
  private void givenKilledMove() {
    Path git = repositories.site.resolve(".git");
    Repositories.write(git, "index.lock", new LockOwner(4_000_000, Instant.EPOCH).toText());
    Repositories.write(git, "safe-update.move", from + " " + to + "\n");
    Repositories.write(git, "safe-update.index", "half");
    Repositories.write(git, "safe-update.index.lock", "ha");
  }

  @Test
  void drops_the_lock_that_was_all_its_killed_move_left_to_do() {
    checkout.move("master", from, to);
    givenKilledMove();

    assertThat(checkout.state().locked()).isFalse();
    checkout.move("master", from, to);

    assertAt(to, newTree);
  }

  // ---- refusals

  private void assertRefused(FailureType type, String... words) {
    String headBefore = head();
    String statusBefore = git("status", "--porcelain", "--ignored");
    Map<String, String> before = Tree.of(repositories.site);

    assertFails(type, () -> checkout.move("master", from, to)).contains(words);

    assertThat(Tree.of(repositories.site)).isEqualTo(before);
    assertThat(head()).isEqualTo(headBefore);
    assertThat(git("status", "--porcelain", "--ignored")).isEqualTo(statusBefore);
  }

  @Test
  void waits_for_the_lock_of_another_git() {
    Repositories.write(repositories.site, ".git/index.lock", "");

    assertRefused(FailureType.LOCK_BUSY, "index.lock", " s old", "remove the file");
    assertThat(repositories.site.resolve(".git/index.lock")).exists();
  }

  @Test
  void waits_for_a_living_process_of_its_own() {
    Repositories.write(repositories.site, ".git/index.lock", LockOwner.me().toText());

    assertRefused(FailureType.LOCK_BUSY, "index.lock");
  }

  /** As on a full disk. A lock without our name in it would keep everybody out for ever. */
  @Test
  void leaves_no_lock_when_it_cannot_write_its_name() throws IOException {
    Path git = repositories.site.resolve(".git");
    String mine = "safe-update-%d.lock".formatted(ProcessHandle.current().pid());
    Files.createDirectory(git.resolve(mine));

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "its index cannot be locked");

    assertThat(git.resolve("index.lock")).doesNotExist();
  }

  @Test
  void refuses_a_local_change_outside_of_the_move() {
    Repositories.write(repositories.site, "README.md", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "README.md", "local changes");
  }

  @Test
  void refuses_a_local_change_to_a_file_that_moves() {
    Repositories.write(repositories.site, "app.py", "my hotfix");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "app.py", "local changes");
  }

  @Test
  void refuses_a_local_change_that_git_was_told_to_overlook() {
    git("update-index", "--skip-worktree", "app.py");
    Repositories.write(repositories.site, "app.py", "my hotfix");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "app.py", "--no-skip-worktree");
  }

  @Test
  void refuses_to_overwrite_an_untracked_file() {
    Repositories.write(repositories.site, "added/deep/-rf", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "added/deep/-rf", "untracked");
  }

  @Test
  void refuses_to_overwrite_an_ignored_file() {
    Repositories.write(repositories.site, ".git/info/exclude", "added\n");
    Repositories.write(repositories.site, "added/deep/-rf", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "added/deep/-rf", "untracked");
  }

  @Test
  void refuses_to_remove_an_untracked_file_where_a_file_must_come() {
    Repositories.write(repositories.site, "becomes-file/mine", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "becomes-file/mine", "untracked");
  }

  @Test
  void refuses_to_remove_an_untracked_file_where_a_directory_must_come() {
    Repositories.write(repositories.site, "added", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "added", "untracked");
  }

  @Test
  void accepts_an_untracked_file_that_is_what_comes() {
    Repositories.write(repositories.site, "renamed-to.py", "the same content all along\n");

    checkout.move("master", from, to);

    assertAt(to, newTree);
  }

  @Test
  void refuses_when_the_branch_is_elsewhere() {
    git("commit", "-q", "--allow-empty", "-m", "mine");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, head(), "master", "reflog");
  }

  @Test
  void refuses_another_branch_and_a_detached_head() {
    git("switch", "-q", "-c", "other");
    assertRefused(FailureType.CHECKOUT_UNUSABLE, "'other'", "git switch master");

    git("checkout", "-q", "--detach");
    assertRefused(FailureType.CHECKOUT_UNUSABLE, "detached", "git switch master");
  }

  @Test
  void refuses_while_a_merge_is_open() {
    git("switch", "-q", "-c", "other");
    git("commit", "-q", "--allow-empty", "-m", "other");
    git("switch", "-q", "master");
    git("merge", "-q", "--no-ff", "--no-commit", "other");

    assertRefused(FailureType.CHECKOUT_UNUSABLE, "merge", "git merge --abort");
  }

  @Test
  void moves_nothing_to_a_commit_that_is_not_here() {
    to = "12".repeat(20);

    assertRefused(FailureType.PRECONDITION_FAILED, to);
  }
}
