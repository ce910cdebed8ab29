package io.safeupdate.activities.phase;

import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.words.ShellWord;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The checkout is on its branch, clean, and nobody works in it. */
final class CheckoutExam implements Examination {
  private static final int SHOWN = 5;

  @Override
  public String name() {
    return "checkout";
  }

  @Override
  public void examine(Findings findings) {
    DeploymentConfig config = findings.deployment().config();
    if (!Files.isDirectory(config.directory())) {
      refuse(
          findings,
          config.directory() + " is no directory.",
          "Set deployments." + config.name() + ".directory to the application's checkout.");
      return;
    }
    Checkout.State state = findings.deployment().checkout().state();
    findings.checkout = java.util.Optional.of(state);
    judge(findings, config, state);
  }

  private void judge(Findings findings, DeploymentConfig config, Checkout.State state) {
    Path directory = config.directory();
    String where = ShellWord.of(directory.toString());
    if (state.midOperation().isPresent()) {
      refuse(
          findings,
          "a " + state.midOperation().get() + " was left open in " + directory + ".",
          "Finish or abort it: git status tells how.");
    } else if (state.branch().isEmpty()) {
      refuse(
          findings,
          "HEAD is detached at " + Commits.abbreviated(state.head()) + " in " + directory + ".",
          "Put it on its branch: git -C %s checkout %s"
              .formatted(where, ShellWord.of(config.branch())));
    } else if (!state.branch().get().equals(config.branch())) {
      refuse(
          findings,
          "%s is on branch %s, the configuration says %s."
              .formatted(directory, state.branch().get(), config.branch()),
          "Change one of the two: git -C %s checkout %s"
              .formatted(where, ShellWord.of(config.branch())));
    } else if (!state.changed().isEmpty()) {
      refuse(
          findings,
          "%s has local changes: %s.".formatted(directory, some(state.changed())),
          "Look with git -C %1$s diff, then commit, stash or discard them: git -C %1$s stash"
              .formatted(where));
    } else {
      findings.ok(
          name(), "on " + config.branch() + " at " + Commits.abbreviated(state.head()) + ", clean");
    }
  }

  private void refuse(Findings findings, String message, String remedy) {
    findings.fail(FailureType.CHECKOUT_UNUSABLE, name(), message, remedy);
  }

  private static String some(List<String> paths) {
    String shown = paths.stream().limit(SHOWN).map(Shown::path).collect(Collectors.joining(", "));
    return paths.size() <= SHOWN ? shown : shown + " and " + (paths.size() - SHOWN) + " more";
  }
}
