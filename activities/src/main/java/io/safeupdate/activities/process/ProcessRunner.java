package io.safeupdate.activities.process;

/** Starts child processes. Nothing else in this module does. */
@FunctionalInterface
public interface ProcessRunner {

  /**
   * Runs a command to its end. Its exit code is data, not a failure.
   *
   * <p>When the wait ends early, for whatever reason, the process and all its descendants are gone.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when the
   *     program cannot be started, {@code TimedOut} when it took longer than its limit
   * @throws java.util.concurrent.CancellationException when the calling thread was interrupted; the
   *     flag stays set
   */
  CompletedProcess run(Command command, Watcher watcher);

  /** Runs a command that nobody watches. */
  default CompletedProcess run(Command command) {
    return run(command, Watcher.NOTHING);
  }
}
