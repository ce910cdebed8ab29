package io.safeupdate.workflows.client;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;

/** What the server says about a run, whatever its outcome was. */
public enum OperationStatus {
  OPEN,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** Ended by a person at the server: nothing was brought back. */
  TERMINATED,
  TIMED_OUT;

  static OperationStatus of(WorkflowExecutionStatus status) {
    return switch (status) {
      case WORKFLOW_EXECUTION_STATUS_COMPLETED -> COMPLETED;
      case WORKFLOW_EXECUTION_STATUS_FAILED -> FAILED;
      case WORKFLOW_EXECUTION_STATUS_CANCELED -> CANCELLED;
      case WORKFLOW_EXECUTION_STATUS_TERMINATED -> TERMINATED;
      case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> TIMED_OUT;
      default -> OPEN;
    };
  }
}
