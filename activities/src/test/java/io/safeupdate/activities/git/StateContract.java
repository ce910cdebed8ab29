package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.State;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a checkout. */
abstract class StateContract extends CheckoutContract {

  @Test
  void says_where_a_clean_checkout_is() {
    State state = checkout.state();

    assertThat(state.head()).isEqualTo(head());
    assertThat(state.branch()).contains("master");
    assertThat(state.changed()).isEmpty();
    assertThat(state.untracked()).isEmpty();
    assertThat(state.locked()).isFalse();
    assertThat(state.midOperation()).isEmpty();
  }

  @Test
  void names_every_tracked_path_that_differs_and_every_untracked_one() throws Exception {
    Repositories.write(repositories.site, "app.py", "changed");
    Repositories.write(repositories.site, "staged new.txt", "new");
    git("add", "staged new.txt");
    Files.delete(repositories.site.resolve("README.md"));
    Repositories.write(repositories.site, "notes/a b.txt", "untracked");
    Repositories.write(repositories.site, "notes/ümlaut", "untracked");
    Repositories.write(repositories.site, "secret.log", "ignored");
    Repositories.write(repositories.site, ".git/info/exclude", "*.log\n");

    State state = checkout.state();

    assertThat(state.changed()).containsExactlyInAnyOrder("app.py", "staged new.txt", "README.md");
    assertThat(state.untracked()).containsExactlyInAnyOrder("notes/a b.txt", "notes/ümlaut");
  }

  @Test
  void counts_a_changed_mode_as_a_change() {
    assertThat(repositories.site.resolve("app.py").toFile().setExecutable(true)).isTrue();

    assertThat(checkout.state().changed()).containsExactly("app.py");
  }

  @Test
  void has_no_branch_when_head_is_detached() {
    git("checkout", "-q", "--detach");

    assertThat(checkout.state().branch()).isEmpty();
  }

  @Test
  void keeps_the_slashes_of_a_branch_name() {
    git("switch", "-q", "-c", "release/2026-11");

    assertThat(checkout.state().branch()).contains("release/2026-11");
  }

  @Test
  void sees_the_lock_of_another_git() {
    Repositories.write(repositories.site, ".git/index.lock", "");

    assertThat(checkout.state().locked()).isTrue();
  }

  @Test
  void sees_a_merge_that_was_left_open() {
    git("switch", "-q", "-c", "other");
    Repositories.write(repositories.site, "app.py", "other");
    git("commit", "-qam", "other");
    git("switch", "-q", "master");
    git("merge", "-q", "--no-ff", "--no-commit", "other");

    assertThat(checkout.state().midOperation()).contains("merge");
  }

  @Test
  void refuses_a_branch_without_a_commit(@TempDir Path empty) {
    repositories.git(empty, "init", "-q");

    assertFails(FailureType.CHECKOUT_UNUSABLE, () -> open(empty).state())
        .contains(empty.toString())
        .contains("no commit");
  }

  @Test
  void is_the_enclosing_work_tree_of_a_subdirectory() throws Exception {
    Path inside = Files.createDirectories(repositories.site.resolve("deploy/compose"));

    assertThat(open(inside).root()).isEqualTo(repositories.site);
    assertThat(open(inside).state().head()).isEqualTo(head());
  }

  @Test
  void reads_a_linked_work_tree() {
    Path linked = repositories.directory.resolve("linked");
    git("worktree", "add", "-q", "-b", "staging", linked.toString());

    State state = open(linked).state();

    assertThat(state.branch()).contains("staging");
    assertThat(state.changed()).isEmpty();
  }
}
