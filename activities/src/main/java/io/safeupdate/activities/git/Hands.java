package io.safeupdate.activities.git;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The acts on files and index that a move is made of. */
interface Hands {
  /** Every file below the root that the index does not know, ignored ones too. */
  List<String> others();

  /** Tracked paths whose changes git was told not to see (assume-unchanged, skip-worktree). */
  List<String> hidden();

  /**
   * Those of some paths that a commit has, and that are on disk as the commit has them or not at
   * all.
   */
  Set<String> alike(String commit, Collection<String> paths);

  /**
   * Makes files and index a commit's: what the index knows and the commit has not is removed; no
   * hook runs. Works on {@link WorkTree#nextIndex()} and puts it in place at the end, so it needs
   * the caller to hold the lock of the index.
   */
  void reset(String commit);

  /** Moves a branch, if it is still where it was. */
  void point(String branch, String from, String to);
}
