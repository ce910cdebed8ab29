package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Finishes the way back of an operation that ended without it: one that was terminated, or whose
 * way back was abandoned. What that operation had begun is read from the host's journal.
 *
 * <p>Completes with {@code ROLLED_BACK} when the old version runs again, with {@code UPDATED} when
 * the operation had verified the new version already, so that only its clean-up was left, and with
 * {@code ALREADY_CURRENT} when there is nothing to recover. Safe to run again. Its workflow id is
 * the deployment's own, like that of {@link SafeUpdate}.
 */
@WorkflowInterface
public interface RecoverDeployment extends Steered {

  String TYPE = "RecoverDeployment";

  @WorkflowMethod(name = TYPE)
  OperationResult recover(RecoverRequest request);
}
