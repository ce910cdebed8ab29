package io.safeupdate.activities.failure;

import io.safeupdate.workflows.contract.FailureType;

/**
 * The one exception of this module: what happened, where, and what an operator can do, in a message
 * that holds no secret. Its type decides whether the step is tried again.
 */
public final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureType type;

  public StepFailure(FailureType type, String message) {
    super(message);
    this.type = type;
  }

  public StepFailure(FailureType type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  public FailureType type() {
    return type;
  }
}
