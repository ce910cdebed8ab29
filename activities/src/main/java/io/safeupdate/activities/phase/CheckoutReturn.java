package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.host.CheckoutCopy.Part;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.Scope;
import io.safeupdate.activities.tree.TreeCopy;
import io.safeupdate.activities.tree.TreeCopy.PutBack;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the checkout of a restore point back as it was copied. Git brings its own files and its own
 * directory back; the copy brings everything else, and what git wrote gets its times and owners
 * again. Idempotent, and safe to repeat when it was killed. Whoever writes into the checkout must
 * have been stopped, but for what the copy says is live.
 */
final class CheckoutReturn {
  private static final Path GIT = Path.of(".git");

  private final Deployment deployment;
  private final CheckoutCopies copies;
  private final CheckoutCopy copy;

  private CheckoutReturn(Deployment deployment, CheckoutCopies copies, CheckoutCopy copy) {
    this.deployment = deployment;
    this.copies = copies;
    this.copy = copy;
  }

  /** By a restore point's copy; empty: it has none, and git's way back is all there is. */
  static Optional<CheckoutReturn> of(Deployment deployment, String restorePoint) {
    CheckoutCopies copies = new CheckoutCopies(deployment, restorePoint);
    return copies.find().map(copy -> new CheckoutReturn(deployment, copies, copy));
  }

  /**
   * Brings the branch from one commit to another, the one of the copy, and puts the files back.
   *
   * @return what was done, in words
   * @throws StepFailure {@code CheckoutUnusable} when the branch is at neither of the two commits
   */
  String back(String branch, String from, String to, Progress progress) {
    new GitDirectoryReturn(deployment, copies, copy).ifNeeded(progress);
    try {
      deployment.checkout().move(branch, from, to);
    } catch (StepFailure refusal) {
      if (refusal.type() != FailureType.CHECKOUT_UNUSABLE || !isAtAnEnd(branch, Set.of(from, to))) {
        throw refusal;
      }
      // Somebody changed tracked files. As they were, git sees no more than its own move.
      PutBack first = put(progress);
      deployment.checkout().move(branch, from, to);
      PutBack second = tree().putBackAgain(scope(), copies.aside(), progress);
      return words(sum(first, second));
    }
    return putBack(progress);
  }

  /**
   * Puts the files back, in a checkout whose branch is at the copy's commit.
   *
   * @return what was done, in words
   * @throws StepFailure {@code CheckoutUnusable} when git sees local changes afterwards
   */
  String putBack(Progress progress) {
    return words(put(progress));
  }

  private PutBack put(Progress progress) {
    return tree().putBack(scope(), copies.aside(), progress);
  }

  private TreeCopy tree() {
    return new TreeCopy(copy.root(), copies.files());
  }

  private boolean isAtAnEnd(String branch, Set<String> ends) {
    Checkout.State now = deployment.checkout().state();
    return now.branch().equals(Optional.of(branch))
        && ends.contains(now.head())
        && now.midOperation().isEmpty();
  }

  private Scope scope() {
    List<Path> parts = new ArrayList<>();
    parts.add(GIT);
    copy.excluded().forEach(part -> parts.add(Path.of(part.path())));
    copy.live().forEach(part -> parts.add(Path.of(part.path())));
    return new Scope(parts);
  }

  private static PutBack sum(PutBack one, PutBack other) {
    return new PutBack(
        one.restored() + other.restored(), one.putAside() + other.putAside(), other.left());
  }

  private String words(PutBack done) {
    requireClean();
    List<String> words = new ArrayList<>();
    words.add(
        done.restored() == 0
            ? "its files are as they were"
            : "%d of its entries put back".formatted(done.restored()));
    if (done.putAside() > 0) {
      words.add("%d put aside in %s".formatted(done.putAside(), copies.aside()));
    }
    if (done.left() > 0) {
      words.add("%d new ones left, only root can move them".formatted(done.left()));
    }
    List<String> left = copy.live().stream().map(Part::path).map(CheckoutReturn::shown).toList();
    if (!left.isEmpty()) {
      words.add("left as it is, for a service ran on with it: " + String.join(", ", left));
    }
    return String.join("; ", words);
  }

  private static String shown(String path) {
    return path.isEmpty() ? "all of it" : Shown.path(path);
  }

  private void requireClean() {
    List<String> changed = deployment.checkout().state().changed();
    if (!changed.isEmpty()) {
      throw new StepFailure(
          FailureType.CHECKOUT_UNUSABLE,
          "%s was put back as it was copied, but git sees local changes in it: %s. Look with git status."
              .formatted(copy.root(), Shown.line(changed.get(0))));
    }
  }
}
