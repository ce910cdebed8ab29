package io.safeupdate.activities.host;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The host's own lock on a deployment, with its owner in it. Temporal keeps a second run of the
 * same workflow id out; this backs it where Temporal cannot know: a terminated run, another server.
 */
public final class DeploymentLock {
  private final Path directory;
  private final JsonFile json;

  public DeploymentLock(Path deploymentDirectory) {
    this.directory = deploymentDirectory;
    this.json = new JsonFile(file());
  }

  /** Who holds a lock. */
  public record Owner(String workflowId, String operation, Instant since) {}

  /** Where it is, for people. */
  public Path file() {
    return directory.resolve("lock.json");
  }

  public Optional<Owner> owner() {
    return json.read(Owner.class);
  }

  /**
   * Takes the lock; a no-op for its owner.
   *
   * @param isOpen whether an owner's run is open
   * @throws StepFailure {@code DeploymentBusy} when another operation holds it that is open, {@code
   *     DeploymentUnfinished} when that one has ended, and so without its way back
   */
  public void take(Step step, Instant now, Predicate<Owner> isOpen) {
    requireNotBusy(step, isOpen);
    Optional<Owner> holder = owner();
    holder
        .filter(it -> !it.operation().equals(step.operation()))
        .ifPresent(
            other -> {
              throw unfinished(step, other);
            });
    if (holder.isEmpty()) {
      json.write(new Owner(step.workflowId(), step.operation(), now));
    }
  }

  /**
   * Looks whether another operation is at work.
   *
   * @throws StepFailure {@code DeploymentBusy} when another operation holds the lock that is open
   */
  public void requireNotBusy(Step step, Predicate<Owner> isOpen) {
    owner()
        .filter(it -> !it.operation().equals(step.operation()))
        .filter(isOpen)
        .ifPresent(
            other -> {
              throw busy(step, other);
            });
  }

  private static StepFailure unfinished(Step step, Owner holder) {
    return new StepFailure(
        FailureType.DEPLOYMENT_UNFINISHED,
        "Operation %s ended without its way back: what runs of %s may be half of two versions. Bring the old version back first: safe-update recover %s"
            .formatted(holder.operation(), step.deployment(), step.deployment()));
  }

  private static StepFailure busy(Step step, Owner holder) {
    return new StepFailure(
        FailureType.DEPLOYMENT_BUSY,
        "Operation %s holds the deployment %s since %s. Wait for its end, or cancel it."
            .formatted(holder.operation(), step.deployment(), holder.since()));
  }

  /** Whether the lock is that of a step's operation. */
  public boolean isHeldBy(Step step) {
    return owner().filter(holder -> holder.operation().equals(step.operation())).isPresent();
  }

  /** Gives the lock back; a no-op for everybody but its owner. */
  public void release(Step step) {
    if (isHeldBy(step)) {
      json.delete();
    }
  }
}
