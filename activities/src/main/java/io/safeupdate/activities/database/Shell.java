package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs programs in the running database container, as root or as the server's own user. Used by
 * several threads at once.
 */
@FunctionalInterface
public interface Shell {

  /**
   * Runs a program to its end.
   *
   * @param environment added to the container's own; never in the process list
   * @throws io.safeupdate.activities.failure.StepFailure {@code TimedOut} after the limit (the
   *     program may go on), {@code PreconditionFailed} when the container does not run
   */
  ExecResult run(List<String> argv, Map<String, String> environment, Duration limit);
}
