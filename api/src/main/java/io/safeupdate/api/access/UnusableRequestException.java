package io.safeupdate.api.access;

/** A request cannot be right; the message says what about it. Nothing was done. */
public final class UnusableRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableRequestException(String message) {
    super(message);
  }
}
