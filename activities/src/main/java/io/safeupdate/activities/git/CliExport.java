package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Path;

/**
 * A commit's files beside the checkout. `git archive` would leave LFS pointers and leave out what
 * `export-ignore` names; reading the tree into another work tree does what a checkout does.
 */
final class CliExport {
  private final GitCli git;

  CliExport(GitCli git) {
    this.git = git;
  }

  void write(String commit, Path directory, Progress progress) {
    requireLfsIsSetUp(Names.commit(commit));
    ExportDirectory.requireEmpty(directory);
    writeFiles(commit, directory, progress);
    new Submodules(git).export(commit, directory, progress);
  }

  private void writeFiles(String commit, Path directory, Progress progress) {
    WorkTree tree = git.tree();
    GitCli there = git.on(new WorkTree(directory, tree.gitDir(), tree.commonDir()));
    try (SpareIndex index = SpareIndex.of(tree)) {
      GitEnded ended = there.run(index.on(checkOut(commit)), progress);
      if (!ended.succeeded()) {
        throw GitRefusal.ofCheckout(tree.root(), ended);
      }
    }
  }

  private static GitCommand checkOut(String commit) {
    return GitCommand.of("read-tree", "--reset", "-u", commit)
        .configured("core.sparseCheckout", "false")
        .configured("core.fsmonitor", "false")
        .configured("core.bare", "false")
        .withVariable("GIT_LFS_SKIP_SMUDGE", "0");
  }

  /** Git without the filter would write the pointers, and say nothing. */
  private void requireLfsIsSetUp(String commit) {
    boolean setUp =
        !git.setting("filter.lfs.process").isEmpty() || !git.setting("filter.lfs.smudge").isEmpty();
    if (!setUp && usesLfs(commit)) {
      throw Refusal.unusable(
          git.tree().root(),
          "its files in Git LFS cannot be read. Install git-lfs and run `git lfs install`.");
    }
  }

  private boolean usesLfs(String commit) {
    return git.run(
            GitCommand.of(
                "grep", "-q", "-F", "-e", "filter=lfs", commit, "--", ":(glob)**/.gitattributes"))
        .succeeded();
  }
}
