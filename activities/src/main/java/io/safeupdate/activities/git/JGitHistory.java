package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.CommitSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Commits and what is in them, as JGit tells it. */
final class JGitHistory {
  private final JGitAccess access;

  JGitHistory(JGitAccess access) {
    this.access = access;
  }

  List<CommitSummary> log(String from, String to, int limit) {
    return access.with(
        repository -> {
          try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(id(to)));
            walk.markUninteresting(walk.parseCommit(id(from)));
            return first(walk, limit);
          }
        });
  }

  CommitSummary describe(String commit) {
    return access.with(
        repository -> {
          try (RevWalk walk = new RevWalk(repository)) {
            return summary(walk.parseCommit(id(commit)));
          }
        });
  }

  private static List<CommitSummary> first(RevWalk walk, int limit) throws IOException {
    List<CommitSummary> first = new ArrayList<>();
    for (RevCommit at = walk.next(); at != null && first.size() < limit; at = walk.next()) {
      first.add(summary(at));
    }
    return first;
  }

  private static CommitSummary summary(RevCommit commit) {
    return new CommitSummary(
        commit.name(),
        commit.getAuthorIdent().getName(),
        Instant.ofEpochSecond(commit.getCommitTime()),
        commit.getShortMessage());
  }

  List<String> changedPaths(String from, String to) {
    return access.with(
        repository -> {
          try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree(repository, from));
            walk.addTree(tree(repository, to));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            List<String> paths = new ArrayList<>();
            while (walk.next()) {
              paths.add(walk.getPathString());
            }
            return paths;
          }
        });
  }

  boolean contains(String commit, String path) {
    String plain = Paths.plain(path);
    return access.with(
        repository -> {
          RevTree tree = tree(repository, commit);
          if (plain.isEmpty()) {
            return true;
          }
          try (TreeWalk found = TreeWalk.forPath(repository, plain, tree)) {
            return found != null;
          }
        });
  }

  private static RevTree tree(Repository repository, String commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(id(commit)).getTree();
    }
  }

  private static ObjectId id(String commit) {
    return ObjectId.fromString(Names.commit(commit));
  }
}
