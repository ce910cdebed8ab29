package io.safeupdate.workflows.client;

import java.time.Duration;

/** No worker of the host answers. What was asked for has not happened; it may be asked again. */
public final class WorkerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkerAwayException(String host, Duration waited) {
    super(
        "No worker of host "
            + host
            + " answered within "
            + waited.toSeconds()
            + " s. Start one there: `safe-update up`, or `safe-update worker`.");
  }
}
