package io.safeupdate.api.host;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.client.UnknownOperationException;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations as Temporal and the worker tell them. */
public final class TemporalOperations implements HostOperations {
  private static final int NAMED = 5;

  private final Operations operations;

  public TemporalOperations(Operations operations) {
    this.operations = operations;
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    return operations.list(deployment, limit);
  }

  @Override
  public OperationDetail find(String idOrDeployment) {
    return detail(resolve(idOrDeployment));
  }

  private Operation resolve(String idOrDeployment) {
    try {
      return operations.resolve(idOrDeployment);
    } catch (UnknownOperationException unknown) {
      throw new UnknownOperationNameException(unknown.getMessage() + known());
    }
  }

  private String known() {
    return operations.list(Optional.empty(), NAMED).stream()
        .map(summary -> summary.operation().id())
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), TemporalOperations::named));
  }

  private static String named(String ids) {
    return ids.isEmpty() ? " There has been none yet." : " The latest: " + ids + ".";
  }

  private OperationDetail detail(Operation operation) {
    OperationState state = operations.describe(operation);
    return operations
        .ending(operation)
        .map(ending -> OperationDetail.ended(state.summary(), ending))
        .orElseGet(() -> open(state));
  }

  private OperationDetail open(OperationState state) {
    OperationSummary summary = state.summary();
    return new OperationDetail(
        summary,
        operations.progress(summary.operation()).orElseGet(summary::unanswered),
        state.pendingActivity());
  }

  @Override
  public Optional<OperationSummary> latest(String deployment) {
    try {
      return Optional.of(summary(operations.resolve(deployment)));
    } catch (UnknownOperationException none) {
      return Optional.empty();
    }
  }

  @Override
  public OperationSummary summary(Operation operation) {
    return operations.describe(operation).summary();
  }

  @Override
  public Operation start(OperationRequest request, Origin origin) {
    return operations.start(request, origin);
  }

  @Override
  public OperationRequest request(Operation operation) {
    return operations.request(operation);
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
  public Inspection inspect(InspectRequest request) throws InterruptedException {
    return operations.inspect(request, doing -> {});
  }

  @Override
  public List<ScheduleStatus> schedules(String deployment) {
    return operations.schedules(deployment);
  }
}
