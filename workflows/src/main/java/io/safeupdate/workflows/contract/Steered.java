package io.safeupdate.workflows.contract;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/** What every operation that touches a deployment answers while it runs. */
public interface Steered {

  @QueryMethod(name = "progress", description = "Phases so far, and what is waited for.")
  OperationProgress progress();

  /**
   * Decides what a waiting operation does next. Refused when nothing is waited for, or when the
   * choice is not on offer.
   */
  @UpdateMethod(
      name = "decide",
      description =
          "Answers a waiting operation. Input: {\"decision\": \"retry\", \"by\": \"you\","
              + " \"reason\": \"why\"}; retry, rollback or abandon.")
  OperationProgress decide(Decision decision);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecision(Decision decision);
}
