package io.safeupdate.activities.media;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What trouble with a file of the state directory means. */
final class Trouble {
  private Trouble() {}

  static StepFailure with(Path file, IOException e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.toLowerCase(Locale.ROOT).contains("no space left");
    return new StepFailure(
        full ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        "%s: %s. Make room, or fix its owner and mode.".formatted(file, reason),
        e);
  }
}
