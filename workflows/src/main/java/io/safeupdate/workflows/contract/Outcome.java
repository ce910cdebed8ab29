package io.safeupdate.workflows.contract;

/** How an operation ended, or that it waits for a person. */
public enum Outcome {
  /** The new version runs and is healthy. */
  UPDATED,
  /** There was nothing to update; nothing was touched. */
  ALREADY_CURRENT,
  /** Preflight or prepare said no; nothing was touched. */
  REJECTED,
  /** The old version runs, healthy, with its data. */
  ROLLED_BACK,
  /** A step of the way back failed: nothing is lost, and a person must decide. */
  NEEDS_ATTENTION,
  /** Brought back on request. */
  CANCELLED,
  /** A read-only or other operation did what it should. */
  DONE
}
