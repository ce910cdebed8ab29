package io.safeupdate.activities.host;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The host's own lock on a deployment, with its owner in it. Temporal keeps a second run of the
 * same workflow id out; this backs it where Temporal cannot know: a terminated run, another server.
 */
public final class DeploymentLock {
  private static final String LOCK = "lock.json";

  private final Path directory;
  private final JsonFile file;

  public DeploymentLock(Path deploymentDirectory) {
    this.directory = deploymentDirectory;
    this.file = new JsonFile(deploymentDirectory.resolve(LOCK));
  }

  /** Who holds a lock. */
  public record Owner(String workflowId, String operation, Instant since) {}

  public Optional<Owner> owner() {
    return file.read(Owner.class);
  }

  /**
   * Takes the lock; a no-op for its owner.
   *
   * @throws StepFailure {@code DeploymentUnfinished} when another operation holds it: it is not
   *     open any more (its workflow id is ours), so it ended without its way back
   */
  public void take(Step step, Instant now) {
    Optional<Owner> holder = owner();
    if (holder.isPresent() && !holder.get().operation().equals(step.operation())) {
      throw refusal(step, holder.get());
    }
    if (holder.isEmpty()) {
      file.write(new Owner(step.workflowId(), step.operation(), now));
    }
  }

  private StepFailure refusal(Step step, Owner holder) {
    if (holder.workflowId().equals(step.workflowId())) {
      return new StepFailure(
          FailureType.DEPLOYMENT_UNFINISHED,
          "Operation %s of %s ended without its way back: what runs may be half of two versions. Bring it to order first, as RECOVER.md in %s says, then delete %s"
              .formatted(
                  holder.operation(),
                  step.deployment(),
                  directory.resolve("restore-points"),
                  directory.resolve(LOCK)));
    }
    return new StepFailure(
        FailureType.DEPLOYMENT_BUSY,
        "Operation %s holds the deployment %s since %s. Wait for its end, or cancel it."
            .formatted(holder.operation(), step.deployment(), holder.since()));
  }

  /** Gives the lock back; a no-op for everybody but its owner. */
  public void release(Step step) {
    if (owner().filter(holder -> holder.operation().equals(step.operation())).isPresent()) {
      file.delete();
    }
  }
}
