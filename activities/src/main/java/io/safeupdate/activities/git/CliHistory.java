package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.CommitSummary;
import java.time.Instant;
import java.util.List;

/** Commits and what is in them, as the git command line tells it. */
final class CliHistory {
  private static final String FIELD = "\u001f";

  private final GitCli git;

  CliHistory(GitCli git) {
    this.git = git;
  }

  List<CommitSummary> log(String from, String to, int limit) {
    return log(Names.commit(from) + ".." + Names.commit(to), limit);
  }

  CommitSummary describe(String commit) {
    return log(require(commit), 1).get(0);
  }

  private List<CommitSummary> log(String range, int limit) {
    return git
        .demand(
            "log",
            "-z",
            "--no-show-signature",
            "--encoding=UTF-8",
            "--max-count=" + limit,
            "--format=tformat:%H%x1f%ct%x1f%an%x1f%s",
            range,
            "--")
        .items()
        .stream()
        .map(CliHistory::summary)
        .toList();
  }

  private static CommitSummary summary(String item) {
    String[] fields = item.split(FIELD, 4);
    Instant when = Instant.ofEpochSecond(Long.parseLong(fields[1]));
    return new CommitSummary(fields[0], fields[2], when, fields[3]);
  }

  List<String> changedPaths(String from, String to) {
    return git.demand(
            "diff-tree",
            "-r",
            "-z",
            "--name-only",
            "--no-renames",
            "--ignore-submodules=none",
            require(from),
            require(to),
            "--")
        .items();
  }

  boolean contains(String commit, String path) {
    String object = Names.commit(commit) + ":" + Paths.plain(path);
    return git.run(GitCommand.of("rev-parse", "--verify", "--quiet", "--end-of-options", object))
        .succeeded();
  }

  private String require(String commit) {
    if (!new CliLocalSide(git).has(Names.commit(commit))) {
      throw Refusal.missingCommit(git.tree().root(), commit);
    }
    return commit;
  }
}
