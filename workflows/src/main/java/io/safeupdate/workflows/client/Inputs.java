package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.common.converter.DataConverter;
import java.util.Optional;

/** Reads from Temporal's history what operations were asked to do. */
final class Inputs {
  private final Calls calls;
  private final DataConverter converter;
  private final String host;

  Inputs(Calls calls, DataConverter converter, String host) {
    this.calls = calls;
    this.converter = converter;
    this.host = host;
  }

  OperationRequest of(OperationSummary summary) {
    Class<? extends OperationRequest> request =
        OperationType.of(summary.type()).map(OperationType::request).orElseThrow();
    return converter.fromPayloads(0, Optional.of(input(summary.operation())), request, request);
  }

  private Payloads input(Operation operation) {
    GetWorkflowExecutionHistoryRequest first =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setExecution(operation.execution())
            .setMaximumPageSize(1)
            .build();
    try {
      return calls
          .call(stub -> stub.getWorkflowExecutionHistory(first))
          .getHistory()
          .getEvents(0)
          .getWorkflowExecutionStartedEventAttributes()
          .getInput();
    } catch (StatusRuntimeException refused) {
      throw Calls.is(refused, Status.Code.NOT_FOUND)
          ? UnknownOperationException.none(operation.id(), host)
          : refused;
    }
  }
}
