package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.OperationProgress;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;

/** What only a worker can answer. */
final class Questions {
  /** A worker answers in milliseconds; where none polls, the server waits in vain for this long. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final String PROGRESS = "progress";

  private final WorkflowClient client;
  private final Calls calls;

  Questions(WorkflowClient client, Calls calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * Where an operation stands; also of a closed one.
   *
   * @return empty when no worker answers
   */
  Optional<OperationProgress> progress(Operation operation) {
    try {
      return Optional.of(read(calls.within(PATIENCE, stub -> stub.queryWorkflow(of(operation)))));
    } catch (StatusRuntimeException refused) {
      return Optional.empty();
    } catch (ServerAwayException away) {
      if (Calls.is(away, Status.Code.DEADLINE_EXCEEDED)) {
        return Optional.empty();
      }
      throw away;
    }
  }

  private QueryWorkflowRequest of(Operation operation) {
    return QueryWorkflowRequest.newBuilder()
        .setNamespace(calls.namespace())
        .setExecution(operation.execution())
        .setQuery(WorkflowQuery.newBuilder().setQueryType(PROGRESS))
        .build();
  }

  private OperationProgress read(QueryWorkflowResponse answer) {
    return client
        .getOptions()
        .getDataConverter()
        .fromPayloads(
            0,
            Optional.of(answer.getQueryResult()),
            OperationProgress.class,
            OperationProgress.class);
  }
}
