package io.safeupdate.api.host;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import java.util.List;
import java.util.Optional;

/**
 * The operations of one host. Every method may throw {@link
 * io.safeupdate.workflows.client.ServerAwayException}; what only reads may then be called again.
 * Nobody is asked here who they are: see {@code GuardedOperations}.
 */
public interface HostOperations {

  /** Operations, newest first: of one deployment, or of all on the host. */
  List<OperationSummary> list(Optional<String> deployment, int limit);

  /**
   * One operation with its phases.
   *
   * @param idOrDeployment an id, an unambiguous part of one, or a deployment: its latest
   * @throws UnknownOperationNameException when that is none, or more than one
   */
  OperationDetail find(String idOrDeployment);

  /** The latest operation of a deployment, also one that lists do not have yet. */
  Optional<OperationSummary> latest(String deployment);

  /** What the server knows of an operation; needs no worker. */
  OperationSummary summary(Operation operation);

  /**
   * Starts an operation. It runs even if no worker is there yet.
   *
   * @throws io.safeupdate.workflows.client.DeploymentBusyException when one is open there
   */
  Operation start(OperationRequest request, Origin origin);

  /** What an operation was asked to do. */
  OperationRequest request(Operation operation);

  /**
   * Asks an operation to stop and bring the old version back. Returns at once; may be repeated.
   *
   * @throws io.safeupdate.workflows.client.OperationEndedException when it is over
   */
  void cancel(Operation operation, String reason);

  /**
   * Decides for an operation that waits.
   *
   * @throws io.safeupdate.workflows.client.DecisionRefusedException when it does not wait for this
   * @throws io.safeupdate.workflows.client.OperationEndedException when it is over
   * @throws io.safeupdate.workflows.client.WorkerAwayException when no worker answers
   */
  OperationProgress decide(Operation operation, Decision decision);

  /**
   * Looks at a deployment; changes nothing there. Takes a second, or minutes for a plan, whose
   * images are built.
   *
   * @throws io.safeupdate.workflows.client.WorkerAwayException when no worker takes it
   * @throws io.safeupdate.workflows.client.InspectionFailedException when it could not be made
   * @throws InterruptedException when the caller is; the look is then given up
   */
  Inspection inspect(InspectRequest request) throws InterruptedException;

  /** What a deployment does by itself. */
  List<ScheduleStatus> schedules(String deployment);
}
