package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Compose;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.DeploymentLock;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.StateDirectory;
import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the phases work with on this host.
 *
 * @param name the host's name
 * @param deployments finds a deployment's configuration; throws {@code ConfigInvalid} when there is
 *     none of that name
 * @param checkouts opens the checkout in a directory
 */
public record Host(
    String name,
    StateDirectory state,
    Function<String, DeploymentConfig> deployments,
    Compose compose,
    Engine engine,
    Function<Path, Checkout> checkouts,
    HttpProbes probes,
    Heartbeats heartbeats,
    Runs runs,
    Clock clock) {

  /** The journal of a step's operation. */
  public StepJournal journal(Step step) {
    return new StepJournal(state.operation(step.deployment(), step.operation()), clock);
  }

  /** Whether the lock of a step's deployment is its operation's. */
  public boolean holdsLock(Step step) {
    return new DeploymentLock(state.deployment(step.deployment())).isHeldBy(step);
  }

  /** When the newest backup was verified that an operation here made; it may be gone by now. */
  public Optional<Instant> newestBackup(String deployment) {
    return OwnBackups.of(state.operations(deployment)).stream().findFirst().map(VerifiedBackup::at);
  }

  public Deployment deployment(String deployment) {
    return new Deployment(this, deployments.apply(deployment));
  }
}
