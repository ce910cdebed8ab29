package io.safeupdate.api.access;

/** Nobody knows who asks; the message never has what they showed. Nothing was done. */
public final class NotAuthenticatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAuthenticatedException(String message) {
    super(message);
  }
}
