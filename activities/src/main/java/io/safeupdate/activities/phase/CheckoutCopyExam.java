package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.CheckoutCopy.Part;
import io.safeupdate.activities.tree.TreeSize;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.config.UpdateConfig.Quiesce;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a copy of the checkout is wanted: all of it can be read, and how much that is. */
final class CheckoutCopyExam implements Examination {

  private static final String NAME = "checkout copy";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void examine(Findings findings) {
    if (findings.isBehind()
        && findings.current.isPresent()
        && CheckoutCopies.areWanted(findings.deployment())) {
      examine(findings, findings.current.get());
    }
  }

  private void examine(Findings findings, ComposeModel model) {
    Deployment deployment = findings.deployment();
    Path root = deployment.checkout().root();
    CheckoutParts parts = CheckoutParts.of(deployment, root, model, Set.of());
    TreeSize size = TreeSize.of(root, CheckoutParts.scope(parts.excluded()));
    findings.checkoutSize = java.util.Optional.of(size);
    if (!size.unreadable().isEmpty()) {
      tellUnreadable(findings, root, size.unreadable());
      return;
    }
    findings.ok(name(), Amounts.bytes(size.bytes()) + " in " + root);
    tellExcluded(findings, parts);
    tellLive(findings, CheckoutParts.of(deployment, root, model, model.services().keySet()));
  }

  static void tellUnreadable(Findings findings, Path root, List<Path> paths) {
    findings.fail(
        FailureType.CHECKOUT_UNUSABLE,
        NAME,
        "this user cannot read all of %s: %s.".formatted(root, some(paths)),
        "Run the worker as root, change their permissions, or set update.checkout to git.");
  }

  private void tellExcluded(Findings findings, CheckoutParts parts) {
    for (Part part : parts.excluded()) {
      findings.warn(
          name(),
          "%s is neither copied nor put back: %s.".formatted(Shown.path(part.path()), part.why()),
          "The database has its own way back.");
    }
  }

  /** Which of them run on is known only when the writers were stopped. */
  private void tellLive(Findings findings, CheckoutParts parts) {
    if (parts.live().isEmpty()
        || findings.deployment().config().update().quiesce() == Quiesce.ALWAYS) {
      return;
    }
    String paths =
        parts.live().stream()
            .map(part -> part.path().isEmpty() ? "." : Shown.path(part.path()))
            .collect(Collectors.joining(", "));
    findings.warn(
        name(),
        "containers may write to %s: a way back leaves alone what runs on, and so goes on writing, while the copy is made."
            .formatted(paths),
        "With update.quiesce: always all writers stop for it.");
  }

  private static String some(List<Path> paths) {
    return paths.stream()
        .map(Path::toString)
        .map(Shown::path)
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
