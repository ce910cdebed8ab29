package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.RestoreMediaRequest;

/**
 * What restoring user files must be told.
 *
 * @param archive its name, as the deployment's archives list it
 */
public record RestoreMediaBody(String archive) implements StartBody {

  @Override
  public RestoreMediaRequest of(String deployment) {
    return new RestoreMediaRequest(deployment, archive);
  }
}
