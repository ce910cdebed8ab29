package io.safeupdate.api.console.operation;

import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes timelines of an operation. */
public final class Phases {
  private Phases() {}

  /** Its phases; those to come only as long as they may come. */
  public static Timeline of(OperationDetail operation, Instant now) {
    boolean mayCome = operation.isOpen() && operation.document().failure().isEmpty();
    List<PhaseReport> shown =
        operation.document().phases().stream()
            .filter(phase -> mayCome || phase.status() != PhaseStatus.PENDING)
            .toList();
    return new Timeline(shown, doing(operation), now);
  }

  /** The steps of its way back. */
  public static Optional<Timeline> wayBack(OperationDetail operation, Instant now) {
    return operation
        .document()
        .rollback()
        .filter(steps -> !steps.isEmpty())
        .map(steps -> new Timeline(steps, doing(operation), now));
  }

  private static Optional<String> doing(OperationDetail operation) {
    return operation.activity().flatMap(PendingActivity::doing);
  }
}
