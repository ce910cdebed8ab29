package io.safeupdate.activities.git;

import org.eclipse.jgit.lib.RefUpdate;

/** What came of an update of a ref; JGit says no in a result, not in an exception. */
final class JGitRefs {
  private JGitRefs() {}

  static RefUpdate.Result require(WorkTree tree, RefUpdate update, RefUpdate.Result result) {
    return switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> result;
      case LOCK_FAILURE ->
          throw Refusal.lockBusy(
              tree.root(), "it holds " + update.getName() + ". Wait for that process.");
      default ->
          throw Refusal.unusable(
              tree.root(), "%s cannot be moved: %s".formatted(update.getName(), result));
    };
  }
}
