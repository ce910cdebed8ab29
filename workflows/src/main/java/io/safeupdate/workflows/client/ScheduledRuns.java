package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.schedule.v1.ScheduleActionResult;
import io.temporal.api.workflow.v1.PendingChildExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Instant;
import java.util.Optional;

/** Reads what became of the runs that a schedule started. */
final class ScheduledRuns {
  private final Calls calls;
  private final Readings readings;
  private final Endings endings;

  ScheduledRuns(Calls calls, Readings readings, Endings endings) {
    this.calls = calls;
    this.readings = readings;
    this.endings = endings;
  }

  ScheduledRun read(ScheduleActionResult action) {
    return describe(action.getStartWorkflowResult())
        .map(described -> run(action, described))
        .orElseGet(
            () ->
                run(
                    action,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("the server does not remember how it ended")));
  }

  private Optional<DescribeWorkflowExecutionResponse> describe(WorkflowExecution execution) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setExecution(execution)
            .build();
    try {
      return Optional.of(calls.call(stub -> stub.describeWorkflowExecution(request)));
    } catch (StatusRuntimeException refused) {
      if (Calls.is(refused, Status.Code.NOT_FOUND)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private ScheduledRun run(
      ScheduleActionResult action, DescribeWorkflowExecutionResponse described) {
    OperationState state = readings.state(described);
    OperationSummary summary = state.summary();
    return switch (summary.status()) {
      case OPEN -> open(action, described, state);
      case COMPLETED, FAILED -> ended(action, summary);
      case CANCELLED -> ended(action, summary, "cancelled on request");
      case TERMINATED -> ended(action, summary, "terminated at the server");
      case TIMED_OUT -> ended(action, summary, "ended by the server because its time was up");
    };
  }

  private static ScheduledRun open(
      ScheduleActionResult action,
      DescribeWorkflowExecutionResponse described,
      OperationState state) {
    Optional<String> operation =
        described.getPendingChildrenList().stream()
            .map(PendingChildExecutionInfo::getRunId)
            .findFirst();
    Optional<String> waits =
        operation.isPresent()
            ? Optional.empty()
            : Optional.of(
                state.isTaken()
                    ? "waits until no other operation is open on the deployment"
                    : "no worker has taken it yet");
    return run(action, Optional.of(OperationStatus.OPEN), operation, waits);
  }

  private ScheduledRun ended(ScheduleActionResult action, OperationSummary summary) {
    OperationResult result = endings.of(summary);
    // A run that never became an operation has only itself to show.
    Optional<String> operation =
        Optional.of(result.operation()).filter(id -> !id.equals(summary.operation().id()));
    return run(
        action,
        Optional.of(summary.status()),
        operation,
        result.failure().map(FailureReport::message));
  }

  private static ScheduledRun ended(
      ScheduleActionResult action, OperationSummary summary, String how) {
    return run(action, Optional.of(summary.status()), Optional.empty(), Optional.of(how));
  }

  private static ScheduledRun run(
      ScheduleActionResult action,
      Optional<OperationStatus> status,
      Optional<String> operation,
      Optional<String> message) {
    return new ScheduledRun(
        instant(action.getScheduleTime()),
        instant(action.getActualTime()),
        status,
        operation,
        message);
  }

  static Instant instant(com.google.protobuf.Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
