package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** A commit's files beside the checkout, written as a checkout writes them. */
final class JGitExport {
  private final JGitAccess access;

  JGitExport(JGitAccess access) {
    this.access = access;
  }

  void write(String commit, Path directory, Progress progress) {
    ExportDirectory.requireEmpty(directory);
    progress.report("writing the files of " + commit);
    access.with(
        repository -> {
          ObjectId tree = tree(repository, commit);
          try (SpareIndex index = SpareIndex.of(access.tree());
              Repository there = elsewhere(directory, index.file())) {
            JGitFiles.write(there, tree, index.file());
          }
          return tree;
        });
  }

  private Repository elsewhere(Path directory, Path index) throws IOException {
    return access.builder().setWorkTree(directory.toFile()).setIndexFile(index.toFile()).build();
  }

  private static ObjectId tree(Repository repository, String commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(ObjectId.fromString(commit)).getTree().getId();
    }
  }
}
