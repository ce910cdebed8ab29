package io.safeupdate.api.access;

import java.util.Optional;

/** Writes down who did what. What cannot be written down is not done. */
public interface Audit {
  /** For where nothing is kept, such as tests of other things. */
  Audit NONE = (caller, deed, deployment, operation) -> {};

  /**
   * Something is about to be done.
   *
   * @param deed such as {@code start SafeUpdate}
   * @param operation that it is done to, where there is one already
   */
  void record(Caller caller, String deed, String deployment, Optional<String> operation);
}
