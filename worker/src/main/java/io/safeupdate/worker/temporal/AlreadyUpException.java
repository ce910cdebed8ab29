package io.safeupdate.worker.temporal;

import java.nio.file.Path;

/** Another {@code up} holds the state directory. */
public final class AlreadyUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AlreadyUpException(Path stateDirectory, String holder) {
    super(
        "`safe-update up` already runs for %s, as process %s. Use it, stop it with `kill %s`, or give this one another `stateDirectory`."
            .formatted(stateDirectory, holder, holder));
  }
}
