package io.safeupdate.worker.temporal;

/** There is no Temporal server to work with. The message says why and what to do. */
public final class TemporalUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemporalUnavailableException(String message) {
    super(message);
  }

  TemporalUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
