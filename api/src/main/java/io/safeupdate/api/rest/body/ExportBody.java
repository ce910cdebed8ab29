package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.ExportRequest;
import java.util.Optional;

/**
 * What an export must be told.
 *
 * @param backup the name of a file, as the deployment's backups list it; absent: all of them
 * @param directory of the host, absolute; below one of its export roots
 */
public record ExportBody(Optional<String> backup, String directory) implements StartBody {

  @Override
  public ExportRequest of(String deployment) {
    return new ExportRequest(deployment, backup, directory);
  }
}
