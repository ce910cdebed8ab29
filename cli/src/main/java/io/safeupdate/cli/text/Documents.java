package io.safeupdate.cli.text;

import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Waiting;
import java.util.List;
import java.util.Optional;

/** The JSON document of an operation: the same keys whether it is open or has ended. */
public final class Documents {
  private Documents() {}

  /**
   * Of an operation that has ended, or waits.
   *
   * @param waiting what it waits for
   */
  public static OperationProgress of(OperationResult result, Optional<Waiting> waiting) {
    return new OperationProgress(
        result.operation(),
        result.deployment(),
        Optional.of(result.outcome()),
        result.from(),
        result.to(),
        result.restorePoint(),
        result.strategy(),
        result.phases(),
        result.failure(),
        result.rollback(),
        result.downtimeSeconds(),
        result.notes(),
        waiting);
  }

  /** Of an operation that only the server knows of. */
  static OperationProgress of(OperationSummary summary) {
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
}
