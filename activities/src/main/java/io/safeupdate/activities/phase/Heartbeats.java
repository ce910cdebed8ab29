package io.safeupdate.activities.phase;

import io.safeupdate.activities.process.Progress;
import java.util.function.Function;

/** Keeps Temporal told that a step is alive while it works, and brings a cancel to it. */
public interface Heartbeats {

  /** Works; a cancel of the activity interrupts the work. */
  <T> T during(Function<Progress, T> work);

  /**
   * Works to the end even when a cancel comes: stopping half-way would leave more harm than
   * waiting. Only a stopping worker interrupts it.
   */
  <T> T duringUninterrupted(Function<Progress, T> work);
}
