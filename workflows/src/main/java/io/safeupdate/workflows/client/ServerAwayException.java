package io.safeupdate.workflows.client;

/** The Temporal server does not answer. Operations stay as they are; the call may be repeated. */
public final class ServerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the connection's own words
   */
  public ServerAwayException(String what, Throwable cause) {
    super(
        "The Temporal server does not answer ("
            + what
            + "). With the embedded one: is `safe-update up` running?",
        cause);
  }
}
