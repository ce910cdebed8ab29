package io.safeupdate.api.access;

import io.safeupdate.workflows.client.Operation;

/** The operation has not ended, so that it cannot be started again. Nothing was started. */
public final class OperationOpenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OperationOpenException(Operation operation) {
    super(
        "Operation %s on %s is still open: what has not ended cannot be started again."
            .formatted(operation.id(), operation.deployment()));
  }
}
