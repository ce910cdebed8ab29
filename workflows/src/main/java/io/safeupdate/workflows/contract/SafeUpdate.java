package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings a deployment to a newer commit, or back.
 *
 * <p>Completes with {@code UPDATED} or {@code ALREADY_CURRENT}. Every other outcome is a failure of
 * the workflow that carries the {@link OperationResult} as its detail: its type is the outcome's
 * name. Canonical workflow id: {@link OperationId#workflowId}.
 *
 * <p>A run that was asked to cancel ends as cancelled and without a result, whatever its outcome:
 * so Temporal's SDK has it. {@link #progress} and {@link SearchAttributes#OUTCOME} tell whether it
 * was {@code CANCELLED}, or too late and {@code UPDATED} or {@code ROLLED_BACK}, or {@code
 * NEEDS_ATTENTION}.
 */
@WorkflowInterface
public interface SafeUpdate extends Steered {

  String TYPE = "SafeUpdate";

  @WorkflowMethod(name = TYPE)
  OperationResult update(UpdateRequest request);
}
