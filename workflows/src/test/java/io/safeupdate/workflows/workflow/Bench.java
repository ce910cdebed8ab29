package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.RecoverDeployment;
import io.safeupdate.workflows.contract.RecoverRequest;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Temporal service that skips waiting, a worker as in production, and a fake host. */
final class Bench implements BeforeEachCallback, AfterEachCallback {
  static final String DEPLOYMENT = "production";
  static final String QUEUE = OperationId.taskQueue("local");
  static final String ID = OperationId.workflowId("local", DEPLOYMENT);

  final FakeHost host = new FakeHost();
  private final TestWorkflowEnvironment service = TestWorkflowEnvironment.newInstance(options());

  private final Worker worker = service.newWorker(QUEUE, promptAndPatient());

  @Override
  public void beforeEach(ExtensionContext context) {
    WorkflowTypes.register(worker);
    worker.registerActivitiesImplementations(host);
    service.start();
  }

  /** Closing takes longer than most tests, so nobody waits for it. */
  @Override
  public void afterEach(ExtensionContext context) {
    new Thread(service::close, "closes-the-bench").start();
  }

  private static TestEnvironmentOptions options() {
    TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
    SearchAttributes.ALL.forEach(
        key ->
            options.registerSearchAttribute(
                key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    return options
        .setWorkerFactoryOptions(everyTaskIsAReplay())
        .setWorkflowClientOptions(
            WorkflowClientOptions.newBuilder()
                .setIdentity("the bench")
                .setDataConverter(WorkflowTypes.dataConverter())
                .build())
        .build();
  }

  /** Nothing is remembered from one workflow task to the next, as if the worker had restarted. */
  private static WorkerFactoryOptions everyTaskIsAReplay() {
    return WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(0).build();
  }

  /**
   * A cancel is noticed at once, not after most of the heartbeat timeout; and a busy machine is not
   * taken for a deadlock.
   */
  private static WorkerOptions promptAndPatient() {
    return WorkerOptions.newBuilder()
        .setDefaultDeadlockDetectionTimeout(20_000)
        .setMaxHeartbeatThrottleInterval(Duration.ofMillis(20))
        .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(20))
        .build();
  }

  Operation start() {
    return start(ID, UpdateRequest.of(DEPLOYMENT));
  }

  Operation recover() {
    Operation operation = operation(RecoverDeployment.TYPE, ID);
    operation.stub().start(new RecoverRequest(DEPLOYMENT));
    return operation;
  }

  /** Starts an operation as the client does. */
  Operation start(OperationRequest request) {
    Operation operation = operation(request.operationType().workflowType(), ID);
    operation.stub().start(request);
    return operation;
  }

  /** Starts an update with any input, as the Temporal Web UI lets people do. */
  Operation start(String workflowId, Object input) {
    Operation operation = operation(SafeUpdate.TYPE, workflowId);
    operation.stub().start(input);
    return operation;
  }

  Operation operation(String type, String workflowId) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).setWorkflowId(workflowId).build();
    return new Operation(
        service.getWorkflowClient().newUntypedWorkflowStub(type, options), service);
  }

  Worker worker() {
    return worker;
  }

  /** An operation that is known to run. */
  Operation find(String workflowId) {
    WorkflowStub stub = service.getWorkflowClient().newUntypedWorkflowStub(workflowId);
    return new Operation(stub, service);
  }
}
