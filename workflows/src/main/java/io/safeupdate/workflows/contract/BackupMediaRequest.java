package io.safeupdate.workflows.contract;

/** The input of {@code BackupMedia}. */
public record BackupMediaRequest(String deployment) implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.MEDIA_BACKUP;
  }

  @Override
  public String inWords() {
    return "Archive the user files of " + deployment;
  }
}
