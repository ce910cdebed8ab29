package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code BackupDatabase}.
 *
 * @param trialRestore whether the backup is restored into a scratch database and compared; empty:
 *     no
 */
public record BackupRequest(String deployment, Optional<Boolean> trialRestore)
    implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.BACKUP;
  }

  @Override
  public String inWords() {
    return "Back up the database of " + deployment;
  }
}
