package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The acts of a move, done by the git command line. */
final class CliHands implements Hands {
  /** Other than what the index says, but not absent. */
  private static final GitCommand DIFFERENT =
      GitCommand.of(
          "diff-files", "-z", "--name-only", "--diff-filter=MTU", "--ignore-submodules=untracked");

  private final GitCli git;
  private final WorkTree tree;

  CliHands(GitCli git) {
    this.git = git;
    this.tree = git.tree();
  }

  @Override
  public List<String> others() {
    return git.demand("ls-files", "--others", "-z").items().stream().map(Paths::plain).toList();
  }

  @Override
  public List<String> hidden() {
    boolean sparse = Boolean.parseBoolean(git.setting("core.sparseCheckout"));
    return git.demand("ls-files", "-v", "-z").items().stream()
        .filter(item -> isHidden(item.charAt(0), sparse))
        .map(item -> item.substring(2))
        .toList();
  }

  private static boolean isHidden(char tag, boolean sparse) {
    return Character.isLowerCase(tag) || (tag == 'S' && !sparse);
  }

  @Override
  public Set<String> alike(String commit, Collection<String> paths) {
    try (SpareIndex index = SpareIndex.of(tree)) {
      git.demand(index.on(GitCommand.of("read-tree", commit)));
      git.run(index.on(GitCommand.of("update-index", "-q", "--refresh")));
      Set<String> alike =
          new HashSet<>(git.demand(index.on(GitCommand.of("ls-files", "-z"))).items());
      alike.retainAll(paths);
      git.demand(index.on(DIFFERENT)).items().forEach(alike::remove);
      return alike;
    }
  }

  @Override
  public void reset(String commit) {
    try {
      // With its time: git tells from it which files may have changed unseen.
      Files.copy(tree.index(), tree.nextIndex(), StandardCopyOption.COPY_ATTRIBUTES);
      // Else git would rewrite every file that only looks touched, as after a copy or a chown.
      git.run(onNextIndex("update-index", "-q", "--refresh"));
      git.demand(onNextIndex("read-tree", "--reset", "-u", commit));
      Files.move(
          tree.nextIndex(),
          tree.index(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Refusal.unusable(tree.root(), "its index cannot be written: " + e.getMessage(), e);
    }
    new Submodules(git).update(commit);
  }

  private GitCommand onNextIndex(String... arguments) {
    return GitCommand.of(arguments)
        .configured("core.fsmonitor", "false")
        .configured(MoveMark.key(), MoveMark.value(tree))
        .withVariable("GIT_INDEX_FILE", tree.nextIndex().toString());
  }

  @Override
  public void point(String branch, String from, String to) {
    String why = "safe-update: moving from " + from;
    git.demand("update-ref", "-m", why, "--", "refs/heads/" + branch, to, from);
  }
}
