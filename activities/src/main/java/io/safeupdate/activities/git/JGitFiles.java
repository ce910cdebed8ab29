package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** The writing of a tree into a work tree, with an index of its own. */
final class JGitFiles {
  private JGitFiles() {}

  /** Overwrites what is in the way, and removes what that index knows and the tree has not. */
  static void write(Repository repository, ObjectId tree, Path index) throws IOException {
    DirCache cache = DirCache.lock(index.toFile(), repository.getFS());
    try {
      DirCacheCheckout checkout = new DirCacheCheckout(repository, cache, tree);
      checkout.setFailOnConflict(false);
      if (!checkout.checkout()) {
        throw new IOException("files cannot be removed: " + checkout.getToBeDeleted());
      }
    } finally {
      cache.unlock();
    }
  }
}
