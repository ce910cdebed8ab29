package io.safeupdate.api.view;

import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Waiting;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about one operation.
 *
 * @param document the phases and the ending, with the same keys whether it is open or over
 * @param activity the step that runs or waits now
 */
public record OperationDetail(
    OperationSummary summary, OperationProgress document, Optional<PendingActivity> activity) {

  /** One that is over. */
  public static OperationDetail ended(OperationSummary summary, OperationResult ending) {
    return new OperationDetail(summary, document(ending, Optional.empty()), Optional.empty());
  }

  public boolean isOpen() {
    return summary.isOpen();
  }

  /** An open one whose phases nobody tells: what the server knows has to do. */
  static OperationProgress unanswered(OperationSummary summary) {
    return new OperationProgress(
        summary.operation().id(),
        summary.operation().deployment(),
        summary.outcome(),
        summary.from(),
        summary.to(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of("no worker answers: its phases are not known"),
        Optional.empty());
  }

  private static OperationProgress document(OperationResult ending, Optional<Waiting> waiting) {
    return new OperationProgress(
        ending.operation(),
        ending.deployment(),
        Optional.of(ending.outcome()),
        ending.from(),
        ending.to(),
        ending.restorePoint(),
        ending.strategy(),
        ending.phases(),
        ending.failure(),
        ending.rollback(),
        ending.downtimeSeconds(),
        ending.notes(),
        waiting);
  }
}
