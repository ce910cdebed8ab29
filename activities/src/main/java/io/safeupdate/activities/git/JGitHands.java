package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/** The acts of a move, done by JGit. */
final class JGitHands implements Hands {
  private final JGitAccess access;
  private final WorkTree tree;

  JGitHands(JGitAccess access) {
    this.access = access;
    this.tree = access.tree();
  }

  @Override
  public List<String> others() {
    return access.with(
        repository -> {
          try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.addTree(allFiles(repository));
            walk.setRecursive(true);
            return pathsMissingFromFirst(walk);
          }
        });
  }

  @Override
  public List<String> hidden() {
    return access.with(
        repository -> {
          DirCache index = repository.readDirCache();
          List<String> hidden = new ArrayList<>();
          for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.isAssumeValid() || entry.isSkipWorkTree()) {
              hidden.add(entry.getPathString());
            }
          }
          return hidden;
        });
  }

  @Override
  public Set<String> alike(String commit, Collection<String> paths) {
    return access.with(
        repository -> {
          try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            walk.addTree(treeOf(repository, commit));
            walk.addTree(allFiles(repository));
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(paths));
            return alike(walk);
          }
        });
  }

  private static Set<String> alike(TreeWalk walk) throws IOException {
    Set<String> alike = new HashSet<>();
    while (walk.next()) {
      if (walk.getFileMode(0) != FileMode.MISSING && isAlikeOrAbsent(walk)) {
        alike.add(walk.getPathString());
      }
    }
    return alike;
  }

  private static boolean isAlikeOrAbsent(TreeWalk walk) {
    WorkingTreeIterator file = walk.getTree(1, WorkingTreeIterator.class);
    return file == null
        || (!file.isModeDifferent(walk.getRawMode(0))
            && file.getEntryObjectId().equals(walk.getObjectId(0)));
  }

  @Override
  public void reset(String commit) {
    access.with(
        repository -> {
          // With its time: it tells which files may have changed unseen.
          Files.copy(tree.index(), tree.nextIndex(), StandardCopyOption.COPY_ATTRIBUTES);
          ObjectId wanted = treeOf(repository, commit);
          Leftovers.remove(tree.root(), superfluous(repository, wanted));
          JGitFiles.write(repository, wanted, tree.nextIndex());
          return Files.move(
              tree.nextIndex(),
              tree.index(),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /** Removed by us: JGit stumbles over a directory in a directory where a file must come. */
  private static List<String> superfluous(Repository repository, ObjectId wanted)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(wanted);
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      walk.setRecursive(true);
      return pathsMissingFromFirst(walk);
    }
  }

  private static FileTreeIterator allFiles(Repository repository) {
    FileTreeIterator files = new FileTreeIterator(repository);
    files.setWalkIgnoredDirectories(true);
    return files;
  }

  private static List<String> pathsMissingFromFirst(TreeWalk walk) throws IOException {
    List<String> paths = new ArrayList<>();
    while (walk.next()) {
      if (walk.getFileMode(0) == FileMode.MISSING) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }

  @Override
  public void point(String branch, String from, String to) {
    access.with(
        repository -> {
          // Through HEAD, so that its reflog tells of the move too.
          RefUpdate update = repository.updateRef(Constants.HEAD);
          String leaf = update.getRef().getLeaf().getName();
          if (!leaf.equals(Constants.R_HEADS + branch)) {
            throw Refusal.unusable(tree.root(), "somebody switched to " + leaf + " meanwhile.");
          }
          update.setExpectedOldObjectId(ObjectId.fromString(from));
          update.setNewObjectId(ObjectId.fromString(to));
          update.setRefLogMessage("safe-update: moving from " + from, false);
          return JGitRefs.require(tree, update, update.forceUpdate());
        });
  }

  private static ObjectId treeOf(Repository repository, String commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(ObjectId.fromString(commit)).getTree().getId();
    }
  }
}
