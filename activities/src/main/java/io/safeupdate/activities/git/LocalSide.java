package io.safeupdate.activities.git;

import java.util.List;
import java.util.Optional;

/** What the repository itself knows, read and noted one act each. */
interface LocalSide {
  /** The commit that a ref points at. */
  Optional<String> at(String ref);

  /**
   * The commit that an abbreviated name stands for; empty: none.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreflightFailed} when several do
   */
  Optional<String> expand(String abbreviation);

  /** Whether the object is here and is a commit. */
  boolean has(String commit);

  boolean isAncestor(String ancestor, String descendant);

  /** Whether the history before a commit ends where a shallow clone cut it. */
  boolean isCut(String commit);

  /** Whether one of the refs below a prefix reaches a commit. */
  boolean isReachable(String commit, String refPrefix);

  /** Points a ref at a commit. */
  void point(String ref, String commit);

  /** Removes refs, by their full names or by a prefix that ends in a slash. */
  void remove(List<String> refs);
}
