package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.Facts.Undertaking;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.activity.FinishActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up after an update that stands, and closes every operation. */
public final class FinishPhase implements FinishActivities {
  private static final Logger LOG = LoggerFactory.getLogger(FinishPhase.class);

  private final Host host;

  public FinishPhase(Host host) {
    this.host = host;
  }

  @Override
  public String finish(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    new Arrival(deployment, step).remove();
    List<String> done =
        host.heartbeats()
            .during(
                progress -> {
                  new MediaWork(deployment, step).finish();
                  return prune(new Retention(deployment, step), deployment.record(step));
                });
    return done.isEmpty() ? "nothing to prune" : String.join("; ", done);
  }

  private static List<String> prune(Retention retention, OperationRecord record) {
    Optional<RollbackTarget> rollback = record.find(RollbackTarget.class);
    if (rollback.isPresent()) {
      return retention.pruneAfterRollback(rollback.get());
    }
    return record.find(Undertaking.class).isPresent()
        ? retention.pruneWhatNoneNeeds()
        : retention.prune();
  }

  /**
   * An operation whose way back was abandoned keeps its containers, which are evidence, and the
   * lock: nothing may be built on a deployment that is half of two versions. One that was rejected
   * touched nothing: what keeps it from tidying up (no engine, no checkout) is what it was rejected
   * for, and no reason to keep the lock; nor is pruning that fails. The receipt comes last: a disk
   * that is too full for it is no reason either.
   */
  @Override
  public void close(Step step, OperationResult result) {
    Deployment deployment = host.deployment(step.deployment());
    deployment.record(step).reserve().giveBack();
    switch (result.outcome()) {
      case NEEDS_ATTENTION -> {}
      case REJECTED -> {
        ifPossible(step, () -> tidy(deployment, step));
        deployment.lock().release(step);
      }
      case ROLLED_BACK, CANCELLED -> {
        tidy(deployment, step);
        ifPossible(step, () -> prune(deployment, step));
        deployment.lock().release(step);
      }
      default -> {
        tidy(deployment, step);
        deployment.lock().release(step);
      }
    }
    new JsonFile(host.state().receipts().resolve(step.operation() + ".json")).write(result);
  }

  private static void ifPossible(Step step, Runnable deed) {
    try {
      deed.run();
    } catch (StepFailure failure) {
      LOG.warn("tidying up after {}: {}", step.operation(), failure.getMessage());
    }
  }

  /** Nothing was recorded where preflight was cancelled. */
  private void prune(Deployment deployment, Step step) {
    if (deployment.record(step).find(Baseline.class).isPresent()) {
      host.heartbeats().during(progress -> new Retention(deployment, step).pruneAfterWayBack());
    }
  }

  private void tidy(Deployment deployment, Step step) {
    OperationRecord record = deployment.record(step);
    if (record.find(Undertaking.class).isPresent()) {
      record.find(Baseline.class).ifPresent(before -> Pins.release(deployment, before));
    }
    OneOffs.removeAll(host.engine(), step);
    new Export(deployment, step.tag()).delete();
  }
}
