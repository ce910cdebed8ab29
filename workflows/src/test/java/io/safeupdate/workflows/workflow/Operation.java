package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A run, as a client sees it. */
record Operation(WorkflowStub stub, TestWorkflowEnvironment service) {

  OperationResult result() {
    try {
      return stub.getResult(40, TimeUnit.SECONDS, OperationResult.class);
    } catch (TimeoutException hangs) {
      throw new AssertionError("the run hangs: " + service.getDiagnostics(), hangs);
    }
  }

  /** Awaits the end of a run that must not complete. */
  WorkflowFailedException ending() {
    return catchThrowableOfType(WorkflowFailedException.class, this::result);
  }

  ApplicationFailure failure() {
    Throwable cause = ending().getCause();
    assertThat(cause).isInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure) cause;
  }

  /** The document that a failed run carries. */
  OperationResult failedResult() {
    return failure().getDetails().get(OperationResult.class);
  }

  /** Waits for the end, whatever it is. */
  WorkflowExecutionStatus status() {
    WorkflowFailedException ending = ending();
    assertThat(ending == null || ending.getCause() != null).isTrue();
    return stub.describe().getStatus();
  }

  void cancel() {
    stub.cancel();
  }

  OperationProgress progress() {
    return stub.query("progress", OperationProgress.class);
  }

  OperationProgress decide(Choice choice) {
    return decide(new Decision(choice, Optional.of("ada"), Optional.of("the disk has room again")));
  }

  /** Sends any decision, as the Temporal Web UI lets people do. */
  OperationProgress decide(Object decision) {
    return stub.update("decide", OperationProgress.class, decision);
  }

  /** Lets time pass until a person is asked. */
  OperationProgress awaitQuestion() {
    for (int i = 0; i < 100; i++) {
      OperationProgress progress = progress();
      if (progress.waiting().isPresent()) {
        return progress;
      }
      service.sleep(Duration.ofSeconds(5));
    }
    throw new AssertionError("nobody was asked: " + service.getDiagnostics());
  }

  void awaitEvent(EventType type) {
    for (int i = 0; i < 500; i++) {
      if (history().stream().anyMatch(event -> event.getEventType() == type)) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("no " + type + ": " + service.getDiagnostics());
  }

  void sleep(Duration duration) {
    service.sleep(duration);
  }

  String attribute(SearchAttributeKey<String> key) {
    return stub.describe().getTypedSearchAttributes().get(key);
  }

  /** What the Temporal Web UI asks a worker for. */
  WorkflowMetadata metadata() {
    return stub.query("__temporal_workflow_metadata", WorkflowMetadata.class);
  }

  String currentDetails() {
    return metadata().getCurrentDetails();
  }

  List<HistoryEvent> history() {
    return recorded().getEvents();
  }

  WorkflowExecutionHistory recorded() {
    return service
        .getWorkflowClient()
        .fetchHistory(stub.getExecution().getWorkflowId(), stub.getExecution().getRunId());
  }
}
