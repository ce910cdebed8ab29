package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Steered;
import java.util.List;
import java.util.function.Supplier;

/** Tells of an operation, and takes decisions for it. */
abstract class SteeredWorkflow implements Steered {
  final Timeline timeline = new Timeline();
  final Decisions decisions = new Decisions(timeline);

  @Override
  public final OperationProgress progress() {
    return timeline.progress();
  }

  @Override
  public final void validateDecision(Decision decision) {
    decisions.validate(decision);
  }

  @Override
  public final OperationProgress decide(Decision decision) {
    decisions.take(decision);
    return timeline.progress();
  }

  /**
   * Checks the input, sees that the run has the deployment's one workflow id, and does the work.
   *
   * @param planned the phases that it may have
   */
  final OperationResult operate(
      OperationType type,
      OperationRequest request,
      List<Phase> planned,
      Supplier<OperationResult> work) {
    Requests.check(type, request);
    String canonical = Requests.canonicalId(request.deployment());
    if (!Requests.isCanonical(canonical)) {
      return new Delegation(canonical).run(type.workflowType(), request);
    }
    timeline.open(type, request.deployment(), planned);
    return work.get();
  }
}
