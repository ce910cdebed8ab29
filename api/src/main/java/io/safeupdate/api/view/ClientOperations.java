package io.safeupdate.api.view;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.client.UnknownOperationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The operations as Temporal and the worker tell them. */
public final class ClientOperations implements OperationsView {
  private static final int NAMED = 5;

  private final Operations operations;

  public ClientOperations(Operations operations) {
    this.operations = operations;
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    return reached(() -> operations.list(deployment, limit));
  }

  @Override
  public OperationDetail find(String idOrDeployment) {
    return reached(() -> detail(resolve(idOrDeployment)));
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
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), ClientOperations::latest));
  }

  private static String latest(String ids) {
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

  private static <A> A reached(Supplier<A> question) {
    try {
      return question.get();
    } catch (ServerAwayException away) {
      throw new TemporalAwayException(away.getMessage(), away);
    }
  }
}
