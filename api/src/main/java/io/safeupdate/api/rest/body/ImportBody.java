package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.ImportRequest;

/**
 * What an import must be told.
 *
 * @param file of the host, absolute; below one of its export roots
 */
public record ImportBody(String file) implements StartBody {

  @Override
  public ImportRequest of(String deployment) {
    return new ImportRequest(deployment, file);
  }
}
