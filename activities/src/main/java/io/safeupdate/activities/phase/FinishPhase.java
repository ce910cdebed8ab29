package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.activity.FinishActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;

/** Cleans up after an update that stands, and closes every operation. */
public final class FinishPhase implements FinishActivities {
  private final Host host;

  public FinishPhase(Host host) {
    this.host = host;
  }

  @Override
  public String finish(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    List<String> done =
        host.heartbeats().during(progress -> new Retention(deployment, step).prune());
    return done.isEmpty() ? "nothing to prune" : String.join("; ", done);
  }

  /**
   * An operation whose way back was abandoned keeps its containers, which are evidence, and the
   * lock: nothing may be built on a deployment that is half of two versions.
   */
  @Override
  public void close(Step step, OperationResult result) {
    Deployment deployment = host.deployment(step.deployment());
    new JsonFile(host.state().receipts().resolve(step.operation() + ".json")).write(result);
    if (result.outcome() != Outcome.NEEDS_ATTENTION) {
      OneOffs.removeAll(host.engine(), step);
      new Export(deployment, step.tag()).delete();
      deployment.lock().release(step);
    }
  }
}
