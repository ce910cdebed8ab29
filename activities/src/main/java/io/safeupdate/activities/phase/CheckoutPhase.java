package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.CheckoutActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Optional;

/** Moves the checkout, on its branch, and the env file to a restore point, and back. */
public final class CheckoutPhase implements CheckoutActivities {
  private final Host host;

  public CheckoutPhase(Host host) {
    this.host = host;
  }

  @Override
  public String checkOut(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    Optional<RestorePoint> target =
        deployment.restorePoints().find(record.get(RollbackTarget.class).restorePoint());
    return host.heartbeats()
        .duringUninterrupted(
            progress -> {
              String id = record.get(RollbackTarget.class).restorePoint();
              String files = move(deployment, before, id, before.from(), before.to(), progress);
              boolean env = target.filter(it -> bringEnv(deployment, it, before.to())).isPresent();
              return at(before.branch(), before.to())
                  + files
                  + (env ? "; the env file as it was" : "");
            });
  }

  /** The env file first, while it is sure to be none of the checkout's own. */
  @Override
  public String back(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    Baseline before = deployment.record(step).get(Baseline.class);
    Optional<RestorePoint> own = deployment.restorePoints().find(before.restorePoint());
    return host.heartbeats()
        .duringUninterrupted(
            progress -> {
              own.ifPresent(it -> bringEnv(deployment, it, before.to()));
              String id = before.restorePoint();
              String files = move(deployment, before, id, before.to(), before.from(), progress);
              return at(before.branch(), before.from()) + " again" + files;
            });
  }

  /** By the copy that a restore point has of the checkout, else by git alone. */
  private static String move(
      Deployment deployment,
      Baseline before,
      String restorePoint,
      String from,
      String to,
      Progress progress) {
    Optional<CheckoutReturn> copied = CheckoutReturn.of(deployment, restorePoint);
    if (copied.isEmpty()) {
      deployment.checkout().move(before.branch(), from, to);
      return "";
    }
    return "; " + copied.get().back(before.branch(), from, to, progress);
  }

  private static boolean bringEnv(Deployment deployment, RestorePoint point, String commit) {
    return EnvFiles.comesBack(deployment, point, commit)
        && EnvCopy.bringBack(point, deployment.restorePoints().directory(point.id()));
  }

  private static String at(String branch, String commit) {
    return branch + " is at " + Commits.abbreviated(commit);
  }
}
