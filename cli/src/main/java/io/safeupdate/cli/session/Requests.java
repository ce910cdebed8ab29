package io.safeupdate.cli.session;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.temporal.api.common.v1.Payloads;
import io.temporal.client.WorkflowClient;
import java.util.Optional;

/** Reads from Temporal's history what operations were asked to do. */
final class Requests {
  private final WorkflowClient client;

  Requests(WorkflowClient client) {
    this.client = client;
  }

  /**
   * The input of an operation.
   *
   * @param type of its workflow
   */
  OperationRequest of(Operation operation, String type) {
    Class<? extends OperationRequest> request =
        OperationType.of(type).map(OperationType::request).orElseThrow();
    Payloads input =
        client
            .fetchHistory(operation.workflowId(), operation.id())
            .getEvents()
            .get(0)
            .getWorkflowExecutionStartedEventAttributes()
            .getInput();
    return client
        .getOptions()
        .getDataConverter()
        .fromPayloads(0, Optional.of(input), request, request);
  }
}
