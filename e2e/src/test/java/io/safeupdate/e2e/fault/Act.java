package io.safeupdate.e2e.fault;

/** What happens at a named point of a step. */
public enum Act {
  /** The step fails and is not tried again. */
  ERROR,
  /** The process ends as by {@code kill -9}. */
  HALT,
  /** The step shows that it lives but does not go on, until its time is up. */
  HANG,
  /** The step waits until the file of its fault is gone, or a cancel arrives; then it goes on. */
  PAUSE
}
