package io.safeupdate.api.host;

import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
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
    return new OperationDetail(
        summary, OperationProgress.of(ending, Optional.empty()), Optional.empty());
  }

  public boolean isOpen() {
    return summary.isOpen();
  }
}
