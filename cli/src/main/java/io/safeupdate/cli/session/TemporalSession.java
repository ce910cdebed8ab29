package io.safeupdate.cli.session;

import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Origin;
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

/** A session over Temporal. What it is connected to, and how that is let go, is another's. */
final class TemporalSession implements Session {
  private final Operations operations;
  private final Origin origin;
  private final Connection connection;

  TemporalSession(Operations operations, Origin origin, Connection connection) {
    this.operations = operations;
    this.origin = origin;
    this.connection = connection;
  }

  /** What a session holds open. */
  interface Connection {
    boolean outlivesUs();

    void hurry();

    void close();
  }

  @Override
  public boolean outlivesUs() {
    return connection.outlivesUs();
  }

  @Override
  public Operation start(OperationRequest request) {
    return operations.start(request, origin);
  }

  @Override
  public OperationRequest request(Operation operation) {
    return operations.request(operation);
  }

  @Override
  public Inspection inspect(InspectRequest request, Consumer<String> doing)
      throws InterruptedException {
    return operations.inspect(request, doing);
  }

  @Override
  public Operation resolve(String idOrDeployment) {
    return operations.resolve(idOrDeployment);
  }

  @Override
  public OperationState describe(Operation operation) {
    return operations.describe(operation);
  }

  @Override
  public Optional<OperationProgress> progress(Operation operation) {
    return operations.progress(operation);
  }

  @Override
  public Optional<OperationResult> ending(Operation operation) {
    return operations.ending(operation);
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    return operations.list(deployment, limit);
  }

  @Override
  public List<ScheduleStatus> schedules(String deployment) {
    return operations.schedules(deployment);
  }

  @Override
  public void cancel(Operation operation, String reason) {
    operations.cancel(operation, reason);
  }

  @Override
  public OperationProgress decide(Operation operation, Decision decision) {
    return operations.decide(operation, decision);
  }

  @Override
  public OperationResult follow(Operation operation, Listener listener)
      throws InterruptedException {
    return new Follower(operations).follow(operation, listener);
  }

  @Override
  public void hurry() {
    connection.hurry();
  }

  @Override
  public void close() {
    connection.close();
  }
}
