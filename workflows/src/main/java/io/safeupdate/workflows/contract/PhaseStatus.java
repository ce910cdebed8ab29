package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a phase, or the undo of one, stands. */
public enum PhaseStatus {
  PENDING,
  RUNNING,
  /** Failed, and waits for a decision. */
  WAITING,
  DONE,
  SKIPPED,
  FAILED,
  CANCELLED;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
