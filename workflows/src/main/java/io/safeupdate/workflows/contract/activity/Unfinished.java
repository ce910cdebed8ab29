package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * An operation that ended without its way back.
 *
 * @param workflowId under which it ran
 * @param operation its run's id, after which everything it made is named
 * @param reached the last of its phases that began; empty when none is known
 * @param stands whether it had verified the new version: then there is no way back any more
 * @param from the commit the deployment was at
 * @param to the commit it was to reach
 * @param restorePoint that it wrote
 * @param began the phases that began, where it is no update: these have their undos in the order in
 *     which they began; empty: it is an update
 */
public record Unfinished(
    String workflowId,
    String operation,
    Optional<Phase> reached,
    boolean stands,
    Optional<String> from,
    Optional<String> to,
    Optional<String> restorePoint,
    Optional<Strategy> strategy,
    Optional<List<Phase>> began) {

  public Unfinished {
    began = began.map(List::copyOf);
  }

  /** One line for people. */
  public String summary() {
    String where = reached.map(phase -> " in phase " + phase.label()).orElse("");
    return "operation "
        + operation
        + " ended"
        + where
        + (stands ? ", with the new version verified" : " without its way back");
  }
}
