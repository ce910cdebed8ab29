package io.safeupdate.workflows.client;

/** An inspection could not be made. */
public final class InspectionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  InspectionFailedException(String type, String message) {
    super(message);
    this.type = type;
  }

  /** The type of the failure, as in {@code FailureType}. */
  public String type() {
    return type;
  }
}
