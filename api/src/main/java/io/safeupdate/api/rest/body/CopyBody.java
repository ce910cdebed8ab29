package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.CopyRequest;
import java.util.Optional;

/**
 * What a copy must be told: it goes to the deployment of the address.
 *
 * @param from the deployment whose database is copied
 * @param backup the name of one of its backups; absent: a fresh one is made
 */
public record CopyBody(String from, Optional<String> backup) implements StartBody {

  @Override
  public CopyRequest of(String deployment) {
    return new CopyRequest(from, deployment, backup);
  }
}
