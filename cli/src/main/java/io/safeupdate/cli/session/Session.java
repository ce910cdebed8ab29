package io.safeupdate.cli.session;

import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A connection to the operations of one host. Methods throw what {@link
 * io.safeupdate.workflows.client.Operations} says.
 */
public interface Session extends AutoCloseable {

  /** Whether the operations go on when this process ends: somebody else runs them. */
  boolean outlivesUs();

  /** Starts an operation. */
  Operation start(OperationRequest request);

  /** The request that an operation was started with. */
  OperationRequest request(Operation operation);

  /** Looks at a deployment; changes nothing there. */
  Inspection inspect(InspectRequest request, Consumer<String> doing) throws InterruptedException;

  /** The operation that a person means by an id, the beginning of one, or a deployment's name. */
  Operation resolve(String idOrDeployment);

  OperationState describe(Operation operation);

  /** The phases of an operation; empty when no worker answers. */
  Optional<OperationProgress> progress(Operation operation);

  /** How an operation ended; empty while it is open. */
  Optional<OperationResult> ending(Operation operation);

  /** Operations, newest first. */
  List<OperationSummary> list(Optional<String> deployment, int limit);

  /** What a deployment does by itself, as the server knows it. */
  List<ScheduleStatus> schedules(String deployment);

  /** Asks an operation to stop and bring the old version back. */
  void cancel(Operation operation, String reason);

  OperationProgress decide(Operation operation, Decision decision);

  /** Follows an operation until it ends or waits for a person. */
  OperationResult follow(Operation operation, Listener listener) throws InterruptedException;

  /** Makes {@link #close} not wait for operations that are open: they go on another time. */
  void hurry();

  /**
   * Lets go. Where this process runs the operations itself, waits first until none is open that
   * could go on by itself.
   */
  @Override
  void close();
}
