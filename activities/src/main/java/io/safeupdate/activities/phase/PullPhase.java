package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.workflows.contract.activity.PullActivities;
import io.safeupdate.workflows.contract.activity.Step;

/** Moves the checkout's branch to the exact target commit, and back. */
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
              deployment.checkout().move(before.branch(), before.to(), before.from());
              return before.branch() + " is at " + Commits.abbreviated(before.from()) + " again";
            });
  }
}
