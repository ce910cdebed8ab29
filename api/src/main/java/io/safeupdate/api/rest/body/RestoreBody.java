package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.RestoreRequest;

/**
 * What a restore must be told.
 *
 * @param backup the name of a file, as the deployment's backups list it
 */
public record RestoreBody(String backup) implements StartBody {

  @Override
  public RestoreRequest of(String deployment) {
    return new RestoreRequest(deployment, backup);
  }
}
