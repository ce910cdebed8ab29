package io.safeupdate.worker;

/** The Docker engine does not answer, or not as one that can be used; the message says why. */
public final class EngineAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
