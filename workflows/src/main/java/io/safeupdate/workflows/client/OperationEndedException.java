package io.safeupdate.workflows.client;

/** The operation is over: there is nothing to steer any more. */
public final class OperationEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OperationEndedException(Operation operation) {
    super(
        "Operation "
            + operation.id()
            + " on "
            + operation.deployment()
            + " is over. `safe-update show "
            + operation.id()
            + "` tells how it ended.");
  }
}
