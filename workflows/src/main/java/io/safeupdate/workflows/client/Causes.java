package io.safeupdate.workflows.client;

import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** Looks behind Temporal's wrappers. */
final class Causes {
  private Causes() {}

  /** The failure that somebody stated, however deep it is. */
  static Optional<ApplicationFailure> application(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure stated) {
        return Optional.of(stated);
      }
    }
    return Optional.empty();
  }
}
