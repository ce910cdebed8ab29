package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.BackupRequest;
import java.util.Optional;

/**
 * What a backup may be told.
 *
 * @param trialRestore whether it is restored into a scratch database and compared; absent: as
 *     configured
 */
public record BackupBody(Optional<Boolean> trialRestore) implements StartBody {

  @Override
  public BackupRequest of(String deployment) {
    return new BackupRequest(deployment, trialRestore);
  }
}
