package io.safeupdate.workflows.contract;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings a deployment to a newer commit, or back.
 *
 * <p>Completes with {@code UPDATED} or {@code ALREADY_CURRENT}. Every other outcome is a failure of
 * the workflow that carries the {@link OperationResult} as its detail: its type is the outcome's
 * name. A cancelled update that came back cleanly ends as cancelled. Canonical workflow id: {@link
 * OperationId#workflowId}.
 */
@WorkflowInterface
public interface SafeUpdate {

  String TYPE = "SafeUpdate";

  @WorkflowMethod(name = TYPE)
  OperationResult update(UpdateRequest request);

  @QueryMethod(name = "progress", description = "Phases so far, and what is waited for.")
  OperationProgress progress();

  /**
   * Decides what a waiting operation does next. Refused when nothing is waited for, or when the
   * choice is not on offer.
   */
  @UpdateMethod(
      name = "decide",
      description =
          "Answers a waiting update. Input: {\"decision\": \"retry\", \"by\": \"you\", \"reason\":"
              + " \"why\"}; retry, rollback or abandon.")
  OperationProgress decide(Decision decision);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecision(Decision decision);
}
