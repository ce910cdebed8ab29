package io.safeupdate.api.host;

/** No operation, or more than one, goes by a name; the message says which are known. */
public final class UnknownOperationNameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownOperationNameException(String message) {
    super(message);
  }
}
