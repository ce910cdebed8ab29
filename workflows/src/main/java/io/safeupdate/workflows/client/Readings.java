package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.util.Arrays;
import java.util.Optional;

/** Reads the server's records in our words. */
final class Readings {
  private final DataConverter converter;

  Readings(DataConverter converter) {
    this.converter = converter;
  }

  OperationState state(DescribeWorkflowExecutionResponse described) {
    WorkflowExecutionInfo info = described.getWorkflowExecutionInfo();
    return new OperationState(
        summary(info),
        info.getHistoryLength(),
        described.getPendingActivitiesList().stream().findFirst().map(this::pending));
  }

  OperationSummary summary(WorkflowExecutionInfo info) {
    WorkflowExecutionMetadata metadata = new WorkflowExecutionMetadata(info, converter);
    OperationStatus status = OperationStatus.of(metadata.getStatus());
    Optional<String> phase = attribute(metadata, SearchAttributes.PHASE);
    return new OperationSummary(
        Operation.of(metadata.getExecution()),
        metadata.getWorkflowType(),
        status,
        phase,
        attribute(metadata, SearchAttributes.OUTCOME)
            .flatMap(Readings::outcome)
            .or(() -> implied(status, phase)),
        attribute(metadata, SearchAttributes.FROM_COMMIT),
        attribute(metadata, SearchAttributes.TO_COMMIT),
        metadata.getStartTime(),
        Optional.ofNullable(metadata.getCloseTime()),
        origin(metadata));
  }

  private static Optional<Origin> origin(WorkflowExecutionMetadata metadata) {
    return memo(metadata, Origin.WHO)
        .map(who -> new Origin(who, memo(metadata, Origin.FROM), memo(metadata, Origin.KEY)));
  }

  /** Whoever starts a run at the server by hand may give it any memo. */
  private static Optional<String> memo(WorkflowExecutionMetadata metadata, String key) {
    try {
      return Optional.ofNullable((String) metadata.getMemo(key, String.class));
    } catch (DataConverterException notText) {
      return Optional.empty();
    }
  }

  private static Optional<String> attribute(
      WorkflowExecutionMetadata metadata, SearchAttributeKey<String> key) {
    return Optional.ofNullable(metadata.getTypedSearchAttributes().get(key));
  }

  private static Optional<Outcome> outcome(String word) {
    return Arrays.stream(Outcome.values()).filter(known -> known.name().equals(word)).findFirst();
  }

  /**
   * What the server's status says where the run could not: one that never reached a phase has
   * touched nothing.
   */
  private static Optional<Outcome> implied(OperationStatus status, Optional<String> phase) {
    return switch (status) {
      case OPEN -> Optional.empty();
      case COMPLETED -> Optional.of(Outcome.DONE);
      case CANCELLED -> Optional.of(Outcome.CANCELLED);
      case FAILED -> Optional.of(phase.isEmpty() ? Outcome.REJECTED : Outcome.NEEDS_ATTENTION);
      case TERMINATED, TIMED_OUT ->
          Optional.of(phase.isEmpty() ? Outcome.CANCELLED : Outcome.NEEDS_ATTENTION);
    };
  }

  private PendingActivity pending(PendingActivityInfo info) {
    boolean running = info.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
    return new PendingActivity(
        info.getActivityType().getName(),
        Math.max(1, info.getAttempt()),
        running,
        info.hasHeartbeatDetails() ? heartbeat(info) : Optional.empty(),
        info.hasLastFailure() ? Optional.of(message(info.getLastFailure())) : Optional.empty());
  }

  private Optional<String> heartbeat(PendingActivityInfo info) {
    try {
      return Optional.ofNullable(
          converter.fromPayloads(
              0, Optional.of(info.getHeartbeatDetails()), String.class, String.class));
    } catch (DataConverterException notText) {
      return Optional.empty();
    }
  }

  private static String message(Failure failure) {
    return failure.hasTimeoutFailureInfo()
        ? "the worker stopped answering, or the step took too long"
        : failure.getMessage();
  }
}
