package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment's git checkout. Commits are full SHA-1 or SHA-256 hex names.
 *
 * <p>Failures are {@code StepFailure}s: {@code RemoteUnavailable} and {@code LockBusy} are
 * retryable; {@code AuthFailed}, {@code CheckoutUnusable} and {@code HistoryDiverged} are not.
 */
public interface Checkout {

  /**
   * The top of the work tree, without symbolic links. The deployment's directory is this or below.
   */
  Path root();

  /** Reads only. */
  State state();

  /**
   * Finds what a name means on the remote: the tip of a branch, a tag (peeled), a full ref or
   * {@code HEAD}, a commit by its full or abbreviated name. Changes no ref and no file; an
   * abbreviation that is unknown here brings objects. A full commit name is taken at its word: the
   * fetch finds out.
   *
   * @return the commit, and the full ref it was found under when it was one
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreflightFailed} when the remote
   *     has no such name, {@code ConfigInvalid} when there is no such remote
   */
  RemoteCommit lookUp(String remote, String name);

  /**
   * Brings a commit's objects into the repository under a private ref, which keeps it from garbage
   * collection. Touches no branch, no remote-tracking ref, no file. Safe to repeat. In a shallow
   * clone it brings the history too that {@link #isAncestor} needs to judge HEAD against the
   * commit.
   *
   * @param privateRef such as {@code refs/safe-update/fetched/…}
   */
  void fetch(String remote, RemoteCommit commit, String privateRef, Progress progress);

  /** Records what the remote's branch was seen to be, as {@code git fetch} would. */
  void track(String remote, String branch, String commit);

  boolean isAncestor(String ancestor, String descendant);

  /** A commit that is in the repository. */
  CommitSummary describe(String commit);

  /** Commits that {@code to} has and {@code from} has not, newest first, at most {@code limit}. */
  List<CommitSummary> log(String from, String to, int limit);

  /** Repository paths that differ between two commits. */
  List<String> changedPaths(String from, String to);

  /** Whether a path (file or directory) is in a commit's tree. */
  boolean contains(String commit, String path);

  /**
   * Writes a commit's files into an empty directory, with modes and symbolic links, LFS content and
   * submodules where this implementation can; fails rather than writing something else.
   */
  void export(String commit, Path directory, Progress progress);

  /**
   * Moves the branch, the index and the files from one exact commit to another, forwards or back,
   * with the branch checked out all the while. Where it was interrupted half-way it finishes the
   * move, or goes back when it is asked for the other direction. Runs no hook; keeps untracked and
   * ignored files. Verified: afterwards the branch is at {@code to} and tracked files are clean.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code CheckoutUnusable} when the checkout
   *     is at neither end, or holds something that this would overwrite and neither commit has;
   *     {@code LockBusy} while another process holds the lock of the index. Nothing was moved then
   */
  void move(String branch, String from, String to);

  /** Points a private ref at a commit, creating it if need be. */
  void keep(String privateRef, String commit);

  /** Removes a private ref; no-op when it is not there. */
  void forget(String privateRef);

  /**
   * The checkout now.
   *
   * @param branch its short name; empty: HEAD is detached
   * @param changed tracked paths that differ from HEAD, staged or not
   * @param untracked paths that git neither tracks nor ignores
   * @param locked whether another git process holds {@code index.lock}
   * @param midOperation such as {@code merge} or {@code rebase} when one was left open
   */
  record State(
      String head,
      Optional<String> branch,
      List<String> changed,
      List<String> untracked,
      boolean locked,
      Optional<String> midOperation) {
    public State {
      changed = List.copyOf(changed);
      untracked = List.copyOf(untracked);
    }
  }

  /** A commit on the remote, and the full ref that named it. */
  record RemoteCommit(String commit, Optional<String> ref) {}

  /** A commit as people know it. */
  record CommitSummary(String commit, String author, Instant when, String subject) {}
}
