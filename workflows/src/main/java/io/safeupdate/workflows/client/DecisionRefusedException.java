package io.safeupdate.workflows.client;

/** The operation does not take this decision; the message says why. Nothing changed. */
public final class DecisionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DecisionRefusedException(String message) {
    super(message);
  }
}
