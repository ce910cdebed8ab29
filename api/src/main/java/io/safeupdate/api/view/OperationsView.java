package io.safeupdate.api.view;

import io.safeupdate.workflows.client.OperationSummary;
import java.util.List;
import java.util.Optional;

/**
 * The operations of one host, to be read. Every method may throw {@link TemporalAwayException};
 * calling again is safe.
 */
public interface OperationsView {

  /** Operations, newest first: of one deployment, or of all on the host. */
  List<OperationSummary> list(Optional<String> deployment, int limit);

  /**
   * One operation with its phases.
   *
   * @param idOrDeployment an id, an unambiguous part of one, or a deployment: its latest
   * @throws UnknownOperationNameException when that is none, or more than one
   */
  OperationDetail find(String idOrDeployment);
}
