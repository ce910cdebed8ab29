package io.safeupdate.api;

/** The web server cannot start; the message says why and what to do. Nothing is left running. */
public final class ApiServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiServerException(String message) {
    super(message);
  }

  ApiServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
