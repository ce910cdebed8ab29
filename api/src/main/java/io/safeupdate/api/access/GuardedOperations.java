package io.safeupdate.api.access;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.api.host.UnknownOperationNameException;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationType;
import java.util.List;
import java.util.Optional;

/**
 * The host's operations as one caller may have them. REST and console have no other way to them, so
 * this is the one place where roles are checked and deeds are written down. Methods throw what
 * those of {@link HostOperations} do, and {@link MissingRoleException}.
 */
public final class GuardedOperations {
  private final HostOperations operations;
  private final SafeUpdateConfig config;
  private final Audit audit;
  private final Caller caller;

  GuardedOperations(
      HostOperations operations, SafeUpdateConfig config, Audit audit, Caller caller) {
    this.operations = operations;
    this.config = config.withDeployments(caller::sees);
    this.audit = audit;
    this.caller = caller;
  }

  /** On whose behalf all is done. */
  public Caller caller() {
    return caller;
  }

  /** The configuration, with the deployments that the caller sees. */
  public SafeUpdateConfig config() {
    return config;
  }

  /** Operations, newest first: of one deployment, or of all that the caller sees. */
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    deployment.ifPresent(this::requireSeen);
    return operations.list(deployment, limit).stream()
        .filter(it -> caller.sees(it.operation().deployment()))
        .toList();
  }

  /** One operation with its phases. */
  public OperationDetail find(String idOrDeployment) {
    OperationDetail found = operations.find(idOrDeployment);
    if (!caller.sees(found.summary().operation().deployment())) {
      throw new UnknownOperationNameException(
          "No operation is known by \"" + idOrDeployment + "\".");
    }
    return found;
  }

  /** What the server knows of an operation that the caller has found or started. */
  public OperationSummary summary(Operation operation) {
    return operations.summary(operation);
  }

  /**
   * Starts an operation. It runs even if no worker is there yet.
   *
   * @param key by which the caller knows a repeated request again: what was started for it is not
   *     started twice
   * @throws UnusableRequestException when the request cannot be right
   * @throws KeyReusedException when the key was used for another request
   */
  public Started start(OperationRequest request, Optional<RequestKey> key) {
    OperationType type = request.operationType();
    requireSeen(request.deployment());
    if (request instanceof CopyRequest copy && copy.from() != null) {
      requireSeen(copy.from());
    }
    require(Role.toRun(type), request.deployment(), "To start " + type.workflowType());
    requireSense(request);
    String deed = "start " + type.workflowType();
    audit.record(caller, deed, request.deployment(), Optional.empty());
    return new Repeats(operations).start(request, caller.origin(key.map(it -> it.hash(caller))));
  }

  /**
   * What an operation that has ended was asked to do, to start the same again.
   *
   * @throws OperationOpenException when it has not
   */
  public OperationRequest request(String id) {
    OperationSummary summary = find(id).summary();
    if (summary.isOpen()) {
      throw new OperationOpenException(summary.operation());
    }
    return operations.request(summary.operation());
  }

  /** Asks an operation to stop and bring the old version back. */
  public void cancel(String id) {
    Operation operation = mine(id, "cancel");
    operations.cancel(operation, "by " + caller.name());
  }

  /** Decides for an operation that waits. */
  public OperationProgress decide(String id, Choice choice, Optional<String> reason) {
    Operation operation = mine(id, "decide " + choice.label());
    return operations.decide(operation, new Decision(choice, Optional.of(caller.name()), reason));
  }

  private Operation mine(String id, String deed) {
    OperationSummary summary = find(id).summary();
    Operation operation = summary.operation();
    Role needed = OperationType.of(summary.type()).map(Role::toRun).orElse(Role.ADMIN);
    require(needed, operation.deployment(), "To " + deed + " " + summary.type());
    audit.record(caller, deed, operation.deployment(), Optional.of(operation.id()));
    return operation;
  }

  /**
   * Looks at a deployment; changes nothing there.
   *
   * @throws UnusableRequestException when the request cannot be right
   */
  public Inspection inspect(InspectRequest request) throws InterruptedException {
    requireSeen(request.deployment());
    request.rollback().ifPresent(GuardedOperations::requireSense);
    return operations.inspect(request);
  }

  /** What a deployment does by itself. */
  public List<ScheduleStatus> schedules(String deployment) {
    requireSeen(deployment);
    return operations.schedules(deployment);
  }

  /** Whether the caller may start operations of a type on the deployment. */
  public boolean mayStart(OperationType type, String deployment) {
    return caller.may(Role.toRun(type), deployment);
  }

  private static void requireSense(OperationRequest request) {
    request
        .defect()
        .ifPresent(
            defect -> {
              throw new UnusableRequestException(defect);
            });
  }

  private void require(Role needed, String deployment, String what) {
    if (!caller.may(needed, deployment)) {
      throw new MissingRoleException(caller, needed, what + " on " + deployment);
    }
  }

  /**
   * One that a caller does not see is unknown to them.
   *
   * @throws io.safeupdate.config.UnknownDeploymentException naming those they see
   */
  private void requireSeen(String deployment) {
    config.requireDeployment(deployment);
  }
}
