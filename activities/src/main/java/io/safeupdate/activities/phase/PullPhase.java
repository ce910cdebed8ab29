package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.PullActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Optional;

/**
 * Moves the checkout's branch to the exact target commit, and back; then puts the copy of its files
 * back, where there is one.
 */
public final class PullPhase implements PullActivities {
  private final Host host;

  public PullPhase(Host host) {
    this.host = host;
  }

  @Override
  public String pull(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    Baseline before = deployment.record(step).get(Baseline.class);
    return host.heartbeats()
        .duringUninterrupted(
            progress -> {
              deployment.checkout().move(before.branch(), before.from(), before.to());
              return before.branch() + " is at " + Commits.abbreviated(before.to());
            });
  }

  @Override
  public String back(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    Baseline before = deployment.record(step).get(Baseline.class);
    return host.heartbeats()
        .duringUninterrupted(
            progress -> {
              String files = back(deployment, before, progress);
              return "%s is at %s again%s"
                  .formatted(before.branch(), Commits.abbreviated(before.from()), files);
            });
  }

  /** What was done beside moving the branch, in words. */
  private static String back(Deployment deployment, Baseline before, Progress progress) {
    Optional<CheckoutReturn> copied = CheckoutReturn.of(deployment, before.restorePoint());
    if (copied.isEmpty()) {
      deployment.checkout().move(before.branch(), before.to(), before.from());
      return "";
    }
    return "; " + copied.get().back(before.branch(), before.to(), before.from(), progress);
  }
}
