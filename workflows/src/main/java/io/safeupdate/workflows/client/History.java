package io.safeupdate.workflows.client;

import java.util.List;
import java.util.Optional;

/** The operations that the server remembers. */
interface History {

  /** Operations on a host, newest first. */
  List<OperationSummary> list(Wanted wanted);

  /** The run with that id, of whatever workflow. */
  Optional<OperationSummary> find(String runId);

  /**
   * Which operations are listed.
   *
   * @param idPrefix with what the workflow id begins
   * @param workflowId the whole workflow id; empty: all that begin so
   */
  record Wanted(String idPrefix, Optional<String> workflowId, boolean openOnly, int limit) {
    boolean has(OperationSummary summary) {
      String id = summary.operation().workflowId();
      return id.startsWith(idPrefix)
          && workflowId.map(id::equals).orElse(true)
          && (summary.isOpen() || !openOnly);
    }
  }
}
