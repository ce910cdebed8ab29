package io.safeupdate.activities.tree;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** Failures of files as failures of steps. */
final class TreeFailure {
  private TreeFailure() {}

  static StepFailure of(String what, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new StepFailure(FailureType.WORKER_STOPPING, what + " was stopped half-way.", e);
    }
    String reason = String.valueOf(e.getMessage());
    return new StepFailure(
        isFull(reason) ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        "%s failed: %s: %s. Check free space, owner and mode."
            .formatted(what, e.getClass().getSimpleName(), reason),
        e);
  }

  private static boolean isFull(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }
}
