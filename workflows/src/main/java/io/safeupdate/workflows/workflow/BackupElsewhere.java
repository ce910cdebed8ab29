package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * A backup of another deployment, as an operation of its own under that one's id: so it has that
 * one's lock, and stays under that one's retention whatever becomes of whoever wanted it.
 */
final class BackupElsewhere {
  private final String deployment;

  BackupElsewhere(String deployment) {
    this.deployment = deployment;
  }

  /** Makes it; answers its name. */
  String make() {
    try {
      return Workflow.newUntypedChildWorkflowStub(OperationType.BACKUP.workflowType(), options())
          .execute(OperationResult.class, new BackupRequest(deployment, Optional.empty()))
          .made()
          .orElseThrow(() -> failure("it has no name", FailureType.INTERNAL.type()));
    } catch (ChildWorkflowFailure failure) {
      throw translated(failure);
    }
  }

  private ChildWorkflowOptions options() {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(Requests.canonicalId(deployment))
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setStaticSummary("Back up the database of " + deployment + " to copy it")
        .build();
  }

  private TemporalFailure translated(ChildWorkflowFailure failure) {
    if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
      return ApplicationFailure.newNonRetryableFailure(
          "Another operation is open on %s: %s. Wait for its end, or name an earlier backup."
              .formatted(deployment, Requests.canonicalId(deployment)),
          FailureType.DEPLOYMENT_BUSY.type());
    }
    return failure.getCause() instanceof ApplicationFailure own ? translated(own) : failure;
  }

  /** The backup's own reason; how it ended is no type of failure. */
  private ApplicationFailure translated(ApplicationFailure ended) {
    return report(ended)
        .map(report -> failure(report.message(), report.type()))
        .orElseGet(() -> failure(ended.getOriginalMessage(), ended.getType()));
  }

  private static Optional<FailureReport> report(ApplicationFailure ended) {
    try {
      return ended.getDetails().getSize() == 0
          ? Optional.empty()
          : ended.getDetails().get(OperationResult.class).failure();
    } catch (DataConverterException foreign) {
      return Optional.empty();
    }
  }

  private ApplicationFailure failure(String why, String type) {
    return ApplicationFailure.newNonRetryableFailure(
        "The backup of %s was not made: %s".formatted(deployment, why), type);
  }
}
