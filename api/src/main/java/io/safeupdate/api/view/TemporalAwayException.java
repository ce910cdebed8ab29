package io.safeupdate.api.view;

/** Temporal does not answer; the message says why. Reading may simply be repeated. */
public final class TemporalAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemporalAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
