package io.safeupdate.workflows.client;

import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * History of a server without an index: the in-JVM service lists what it holds in memory, ignores
 * filters and knows no details, so each run is looked at.
 */
final class ListingHistory implements History {
  private final Calls calls;
  private final Descriptions descriptions;

  ListingHistory(Calls calls, Descriptions descriptions) {
    this.calls = calls;
    this.descriptions = descriptions;
  }

  @Override
  public List<OperationSummary> list(Wanted wanted) {
    return all()
        .filter(operation -> operation.workflowId().startsWith(wanted.idPrefix()))
        .map(this::look)
        .flatMap(Optional::stream)
        .filter(wanted::has)
        .sorted(Comparator.comparing(OperationSummary::startedAt).reversed())
        .limit(wanted.limit())
        .toList();
  }

  @Override
  public Optional<OperationSummary> find(String runId) {
    return all().filter(operation -> operation.id().equals(runId)).findFirst().flatMap(this::look);
  }

  private Optional<OperationSummary> look(Operation operation) {
    return descriptions.find(operation).map(OperationState::summary);
  }

  private Stream<Operation> all() {
    return Stream.concat(open().stream(), closed().stream())
        .map(WorkflowExecutionInfo::getExecution)
        .map(Operation::of);
  }

  private List<WorkflowExecutionInfo> open() {
    ListOpenWorkflowExecutionsRequest request =
        ListOpenWorkflowExecutionsRequest.newBuilder().setNamespace(calls.namespace()).build();
    return calls.call(stub -> stub.listOpenWorkflowExecutions(request)).getExecutionsList();
  }

  private List<WorkflowExecutionInfo> closed() {
    ListClosedWorkflowExecutionsRequest request =
        ListClosedWorkflowExecutionsRequest.newBuilder().setNamespace(calls.namespace()).build();
    return calls.call(stub -> stub.listClosedWorkflowExecutions(request)).getExecutionsList();
  }
}
