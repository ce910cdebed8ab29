package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.State;
import io.safeupdate.activities.words.ShellWord;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The move of a checkout from one commit to another.
 *
 * <p>Files first, then the index, the branch last, all under the lock of the index: whoever looks
 * at a move that was killed sees local changes on the old commit, and never an old tree that claims
 * to be the new one.
 */
final class Move {
  private static final String LOCAL_CHANGES = "it has local changes. Commit, stash or revert them";
  private static final String OVERLOOKED =
      "git was told to overlook changes to files that this move replaces. Save them, then"
          + " `git update-index --no-assume-unchanged --no-skip-worktree` on";

  private static final Pattern HALF = Pattern.compile("(?s)(?:.*/)?\\._.+\\d\\.tmp");

  private final WorkTree tree;
  private final Checkout checkout;
  private final Hands hands;

  Move(WorkTree tree, Checkout checkout, Hands hands) {
    this.tree = tree;
    this.checkout = checkout;
    this.hands = hands;
  }

  void run(String branch, String from, String to) {
    if (isDone(checkout.state(), branch, to) && !IndexLock.isLeftByUs(tree)) {
      return;
    }
    IndexLock.holding(tree, () -> moveUnderLock(branch, Names.commit(from), Names.commit(to)));
    verify(checkout.state(), branch, to);
    MoveNote.erase(tree);
  }

  private void moveUnderLock(String branch, String from, String to) {
    State now = checkout.state();
    requireAtAnEnd(now, branch, List.of(from, to));
    if (!isDone(now, branch, to)) {
      carryOut(now, branch, from, to);
    }
  }

  private void carryOut(State now, String branch, String from, String to) {
    Set<String> diff = new HashSet<>(checkout.changedPaths(from, to));
    requireOnlyOurs(now, diff);
    Set<String> inTheWay = Collisions.between(hands.others(), diff);
    if (MoveNote.matches(tree, from, to)) {
      Leftovers.remove(tree.root(), halves(hands.others(), diff));
    } else {
      requireNothingLost(now, inTheWay, List.of(from, to));
    }
    MoveNote.write(tree, from, to);
    // All of them are copies of what one of the two commits holds, or halves of such.
    Leftovers.remove(tree.root(), inTheWay);
    hands.reset(to);
    hands.point(branch, now.head(), to);
  }

  /**
   * What JGit was writing when it was killed: {@code ._}, the file's name, digits, {@code .tmp}.
   */
  private static Set<String> halves(Collection<String> others, Set<String> diff) {
    Set<String> halves = new LinkedHashSet<>(others);
    halves.removeIf(path -> !HALF.matcher(path).matches() || diff.stream().noneMatch(isHalf(path)));
    return halves;
  }

  private static Predicate<String> isHalf(String path) {
    return whole -> {
      int name = whole.lastIndexOf('/') + 1;
      String start = whole.substring(0, name) + "._" + whole.substring(name);
      return path.startsWith(start) && path.substring(start.length()).matches("\\d+\\.tmp");
    };
  }

  private static boolean isDone(State now, String branch, String to) {
    return now.head().equals(to)
        && now.branch().equals(Optional.of(branch))
        && now.changed().isEmpty()
        && now.midOperation().isEmpty();
  }

  private void requireAtAnEnd(State now, String branch, List<String> ends) {
    now.midOperation()
        .ifPresent(
            word -> refuse("a %s is open. Finish it, or `git %s --abort`.".formatted(word, word)));
    if (!now.branch().equals(Optional.of(branch))) {
      refuse(
          "%s, not the branch '%s'. Run `git switch %s`."
              .formatted(whereIs(now), branch, ShellWord.of(branch)));
    }
    if (!ends.contains(now.head())) {
      refuse(
          "its branch '%s' is at %s, which is neither end of this move. See `git reflog`."
              .formatted(branch, now.head()));
    }
  }

  private static String whereIs(State now) {
    return now.branch()
        .map(other -> "the branch '" + other + "' is checked out")
        .orElse("HEAD is detached at " + now.head());
  }

  private void requireOnlyOurs(State now, Set<String> diff) {
    refuseAny(without(now.changed(), diff), LOCAL_CHANGES);
    Set<String> hidden = new LinkedHashSet<>(hands.hidden());
    hidden.retainAll(diff);
    refuseAny(hidden, OVERLOOKED);
  }

  /** Whatever is about to be overwritten must be found in one of the two commits. */
  private void requireNothingLost(State now, Set<String> inTheWay, List<String> ends) {
    Set<String> lost = new LinkedHashSet<>(now.changed());
    lost.addAll(inTheWay);
    for (String end : ends) {
      if (!lost.isEmpty()) {
        lost.removeAll(hands.alike(end, lost));
      }
    }
    refuseAny(without(lost, inTheWay), LOCAL_CHANGES);
    refuseAny(lost, "untracked files would be overwritten. Move them away");
  }

  private static Set<String> without(Collection<String> paths, Set<String> some) {
    Set<String> others = new LinkedHashSet<>(paths);
    others.removeAll(some);
    return others;
  }

  private void verify(State after, String branch, String to) {
    if (!isDone(after, branch, to)) {
      refuse(
          "after the move to %s, %s at %s; tracked files that differ: %s"
              .formatted(to, whereIs(after), after.head(), Refusal.list(after.changed())));
    }
  }

  private void refuseAny(Set<String> paths, String why) {
    if (!paths.isEmpty()) {
      refuse(why + ": " + Refusal.list(paths));
    }
  }

  private void refuse(String why) {
    throw Refusal.unusable(tree.root(), why);
  }
}
