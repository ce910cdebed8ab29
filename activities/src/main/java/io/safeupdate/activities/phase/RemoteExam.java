package io.safeupdate.activities.phase;

import io.safeupdate.activities.git.Checkout;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Optional;

/** The remote answers, and its target is ahead of the checkout. */
final class RemoteExam implements Examination {

  @Override
  public String name() {
    return "remote";
  }

  @Override
  public void examine(Findings findings) {
    if (findings.checkout.isEmpty()) {
      return;
    }
    Checkout checkout = findings.deployment().checkout();
    String remote = findings.deployment().config().remote();
    Checkout.RemoteCommit found = checkout.lookUp(remote, findings.wantedRef());
    String head = findings.checkout.get().head();
    if (!found.commit().equals(head)) {
      checkout.fetch(
          remote, found, PrivateRefs.fetched(findings.deployment().name()), findings.progress());
    }
    judge(findings, checkout, head, found);
  }

  private void judge(
      Findings findings, Checkout checkout, String head, Checkout.RemoteCommit found) {
    String target = found.commit();
    String words = findings.wantedRef() + " at " + Commits.abbreviated(target);
    if (target.equals(head)) {
      findings.target = Optional.of(found);
      findings.ok(name(), words + ": nothing new");
    } else if (checkout.isAncestor(head, target)) {
      findings.target = Optional.of(found);
      findings.changedPaths = checkout.changedPaths(head, target);
      findings.ok(name(), words + ", ahead of the checkout");
      checkCollisions(findings, checkout, target);
    } else if (checkout.isAncestor(target, head)) {
      refuse(
          findings,
          words + " is older than the checkout.",
          "Go back with safe-update rollback " + findings.deployment().name() + ".");
    } else {
      refuse(
          findings,
          "history diverged: %s does not follow %s.".formatted(words, Commits.abbreviated(head)),
          "Somebody rewrote the remote's history or committed here. Compare: git -C %s log --oneline --left-right HEAD...%s"
              .formatted(findings.deployment().config().directory(), target));
    }
  }

  private void refuse(Findings findings, String message, String remedy) {
    findings.fail(FailureType.HISTORY_DIVERGED, name(), message, remedy);
  }

  /** Files that the target brings and that lie in the checkout untracked would be overwritten. */
  private void checkCollisions(Findings findings, Checkout checkout, String target) {
    List<String> collisions =
        findings.checkout.orElseThrow().untracked().stream()
            .filter(findings.changedPaths::contains)
            .filter(path -> checkout.contains(target, path))
            .toList();
    if (!collisions.isEmpty()) {
      findings.fail(
          FailureType.CHECKOUT_UNUSABLE,
          name(),
          "untracked files are in the way of the target: " + String.join(", ", collisions) + ".",
          "Move them out of the checkout.");
    }
  }
}
