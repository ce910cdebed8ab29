package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationId;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.UUID;
import java.util.function.Consumer;

/** Starts read-only inspections; any number of them may run beside anything. */
final class Inspections {
  private final WorkflowClient client;
  private final String host;
  private final Descriptions descriptions;

  Inspections(WorkflowClient client, String host, Descriptions descriptions) {
    this.client = client;
    this.host = host;
    this.descriptions = descriptions;
  }

  Inspection run(InspectRequest request, Consumer<String> doing) throws InterruptedException {
    WorkflowStub run = client.newUntypedWorkflowStub(InspectDeployment.TYPE, options(request));
    Operation operation = start(run, request);
    return new Inspecting(run, () -> descriptions.find(operation), host).await(doing);
  }

  private static Operation start(WorkflowStub run, InspectRequest request) {
    try {
      return Operation.of(run.start(request));
    } catch (WorkflowException refused) {
      throw Calls.isAway(refused) ? Calls.away(refused.getCause()) : refused;
    }
  }

  private WorkflowOptions options(InspectRequest request) {
    return WorkflowOptions.newBuilder()
        .setTaskQueue(OperationId.taskQueue(host))
        .setWorkflowId("inspect/" + host + "/" + request.deployment() + "/" + UUID.randomUUID())
        .setStaticSummary("Look at " + request.deployment() + " on " + host)
        .build();
  }
}
