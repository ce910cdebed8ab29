package io.safeupdate.api.view;

import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.client.OperationEntry;
import java.util.List;
import java.util.Optional;

/** The deployments that a caller sees, each with what was done to it last. */
public final class Deployments {
  private final GuardedOperations operations;

  public Deployments(GuardedOperations operations) {
    this.operations = operations;
  }

  /** All of them, in the order of the configuration. */
  public List<DeploymentEntry> all() {
    return operations.config().deployments().values().stream().map(this::entry).toList();
  }

  /**
   * One of them.
   *
   * @throws io.safeupdate.config.UnknownDeploymentException naming those there are
   */
  public DeploymentEntry one(String name) {
    return entry(operations.config().requireDeployment(name));
  }

  /**
   * The latest operations of a deployment, or of all, newest first.
   *
   * @throws io.safeupdate.config.UnknownDeploymentException naming those there are
   */
  public List<OperationEntry> operations(Optional<String> deployment, int limit) {
    return operations.list(deployment, limit).stream().map(OperationEntry::of).toList();
  }

  private DeploymentEntry entry(DeploymentConfig deployment) {
    return DeploymentEntry.of(
        deployment,
        operations.config().host(),
        operations(Optional.of(deployment.name()), 1).stream().findFirst());
  }
}
