package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Duration;
import java.util.List;

/** Hears what happens to an operation: each change once, in order, on the follower's thread. */
public interface Listener {

  /** The phases that have not begun, in their order; told when they change. */
  default void ahead(List<String> phases) {}

  /** A phase began or ended. */
  default void phaseChanged(PhaseReport phase) {}

  /** A step of the way back began or ended; a step that is tried again begins again. */
  default void undoChanged(PhaseReport undo) {}

  /** What the running step does, or why it waits. */
  default void doing(String what) {}

  /** A person must decide. */
  default void waiting(Waiting waiting) {}

  /** No worker has answered for so long; told again every few seconds. */
  default void workerAway(Duration since) {}

  /** The Temporal server has not answered for so long; told again every few seconds. */
  default void serverAway(Duration since) {}

  /** It is over. Not called for an operation that waits for a person. */
  default void ended(OperationResult result) {}
}
