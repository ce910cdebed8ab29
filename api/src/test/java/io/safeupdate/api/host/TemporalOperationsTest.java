package io.safeupdate.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TemporalOperationsTest {

  @Test
  void shows_an_operation_while_it_waits_and_after_it_ended() {
    try (TestWorkflowEnvironment temporal = temporal()) {
      Operations client = new Operations(temporal.getWorkflowClient(), "local");
      TemporalOperations operations = new TemporalOperations(client);
      String id = client.start(UpdateRequest.of("production")).id();

      OperationDetail open = operations.find("production");
      assertThat(open.isOpen()).isTrue();
      assertThat(open.document().operation()).isEqualTo(id);
      assertThat(open.document().phases()).extracting(PhaseReport::name).contains("preflight");

      client.cancel(client.resolve("production"), "enough");
      WorkflowStub run =
          temporal.getWorkflowClient().newUntypedWorkflowStub("deployment/local/production");
      assertThatThrownBy(() -> run.getResult(OperationResult.class)).hasMessageContaining("cancel");
      OperationDetail ended = operations.find("production");
      assertThat(ended.summary().status()).isEqualTo(OperationStatus.CANCELLED);
      assertThat(ended.document().outcome()).hasValue(Outcome.CANCELLED);
      assertThat(operations.list(Optional.of("production"), 5)).hasSize(1);
    }
  }

  @Test
  void remembers_who_asked_for_an_operation_and_what_it_was() {
    try (TestWorkflowEnvironment temporal = temporal()) {
      TemporalOperations operations =
          new TemporalOperations(new Operations(temporal.getWorkflowClient(), "local"));
      Origin origin = new Origin("anna", Optional.of("192.0.2.7"), Optional.of("f00d"));
      UpdateRequest request = new UpdateRequest("production", Optional.of("v2"), Optional.empty());
      Operation started = operations.start(request, origin);
      assertThat(operations.find(started.id()).summary().origin()).hasValue(origin);
      assertThat(operations.request(started)).isEqualTo(request);
    }
  }

  @Test
  void names_the_latest_operations_when_asked_for_another() {
    try (TestWorkflowEnvironment temporal = temporal()) {
      Operations client = new Operations(temporal.getWorkflowClient(), "local");
      TemporalOperations operations = new TemporalOperations(client);
      assertThatThrownBy(() -> operations.find("staging"))
          .isInstanceOf(UnknownOperationNameException.class)
          .hasMessageContaining("\"staging\"")
          .hasMessageContaining("There has been none yet");
      String id = client.start(UpdateRequest.of("production")).id();
      assertThatThrownBy(() -> operations.find("staging")).hasMessageContaining("latest: " + id);
    }
  }

  @Test
  void says_that_temporal_is_away() {
    WorkflowServiceStubs nobody =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());
    try {
      Operations client = new Operations(WorkflowClient.newInstance(nobody), "local");
      assertThatThrownBy(() -> new TemporalOperations(client).list(Optional.empty(), 1))
          .isInstanceOf(ServerAwayException.class)
          .hasMessageContaining("does not answer");
    } finally {
      nobody.shutdownNow();
    }
  }

  private static TestWorkflowEnvironment temporal() {
    TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
    Worker worker = temporal.newWorker("safe-update.local");
    worker.registerWorkflowImplementationTypes(UntilCancelled.class);
    temporal.start();
    return temporal;
  }

  /** An update that does nothing until it is cancelled. */
  public static final class UntilCancelled implements SafeUpdate {

    @Override
    public OperationResult update(UpdateRequest request) {
      Workflow.await(() -> false);
      throw new IllegalStateException("unreachable");
    }

    @Override
    public OperationProgress progress() {
      return new OperationProgress(
          Workflow.getInfo().getRunId(),
          "production",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(
              new PhaseReport(
                  "preflight",
                  PhaseStatus.RUNNING,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())),
          Optional.empty(),
          Optional.empty(),
          0,
          List.of(),
          Optional.empty());
    }

    @Override
    public OperationProgress decide(Decision decision) {
      return progress();
    }

    @Override
    public void validateDecision(Decision decision) {}
  }
}
