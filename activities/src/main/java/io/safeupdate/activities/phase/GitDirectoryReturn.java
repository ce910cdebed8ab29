package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.TreeCopy;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts a checkout's {@code .git} back where git cannot read what is there, and only there: whatever
 * works was moved by git itself, knows more than the copy, and may hold commits of a person. It
 * comes whole, by one rename, and what it replaces is put aside.
 */
final class GitDirectoryReturn {
  private static final String GIT = ".git";

  private final Deployment deployment;
  private final CheckoutCopies copies;
  private final CheckoutCopy copy;

  GitDirectoryReturn(Deployment deployment, CheckoutCopies copies, CheckoutCopy copy) {
    this.deployment = deployment;
    this.copies = copies;
    this.copy = copy;
  }

  /** No-op where git can read what is there, and where there is nothing to put back. */
  void ifNeeded(Progress progress) {
    Path saved = copies.files().resolve(GIT);
    if (Files.exists(saved) && !isReadable() && !wasReplaced()) {
      new TreeCopy(copy.root().resolve(GIT), saved).replace(copies.aside(), progress);
    }
  }

  /** Where the copy was no help, it would be none the next time. */
  private boolean wasReplaced() {
    return Files.exists(copies.aside().resolve(GIT)) && Files.exists(copy.root().resolve(GIT));
  }

  /** Without a {@code .git} of its own, a checkout may lie in another one. */
  private boolean isReadable() {
    try {
      Checkout checkout = deployment.checkout();
      return checkout.root().equals(copy.root()) && !checkout.state().head().isEmpty();
    } catch (StepFailure refusal) {
      return switch (refusal.type()) {
        case CHECKOUT_UNUSABLE, CONFIG_INVALID -> false;
        default -> throw refusal;
      };
    }
  }
}
