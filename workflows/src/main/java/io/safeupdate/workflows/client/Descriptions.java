package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import java.util.Optional;

/** What the server knows about one run, without asking a worker. */
final class Descriptions {
  private final Calls calls;
  private final Readings readings;

  Descriptions(Calls calls, Readings readings) {
    this.calls = calls;
    this.readings = readings;
  }

  /** The run; empty when the server does not know it, or not any more. */
  Optional<OperationState> find(Operation operation) {
    return find(operation.execution());
  }

  /** The latest run under a workflow id. */
  Optional<OperationState> latest(String workflowId) {
    return find(WorkflowExecution.newBuilder().setWorkflowId(workflowId).build());
  }

  private Optional<OperationState> find(WorkflowExecution execution) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setExecution(execution)
            .build();
    try {
      return Optional.of(
          readings.state(calls.call(stub -> stub.describeWorkflowExecution(request))));
    } catch (StatusRuntimeException refused) {
      if (Calls.is(refused, Status.Code.NOT_FOUND)) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
