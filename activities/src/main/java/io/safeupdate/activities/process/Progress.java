package io.safeupdate.activities.process;

/**
 * Where a long piece of work says what it is doing, and learns that it should stop.
 *
 * <p>Called often and from any thread; cheap. In an activity it becomes the heartbeat.
 */
@FunctionalInterface
public interface Progress {
  /** Says nothing, never stops. */
  Progress NONE = message -> {};

  /**
   * Reports what is being done now, in a few words without secrets, such as {@code "#7 RUN pip"}.
   *
   * @throws RuntimeException when the work was cancelled; let it pass after stopping the work
   */
  void report(String message);
}
