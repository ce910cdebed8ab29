package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.KeepRequest;
import java.util.Optional;

/**
 * What pinning a backup or an archive must be told.
 *
 * @param backup its name, as the deployment's backups or archives list it
 * @param release whether it need not be kept any more; absent: no
 */
public record KeepBody(String backup, Optional<Boolean> release) implements StartBody {

  @Override
  public KeepRequest of(String deployment) {
    return new KeepRequest(deployment, backup, release);
  }
}
