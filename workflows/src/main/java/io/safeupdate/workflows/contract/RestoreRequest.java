package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code RestoreDatabase}.
 *
 * @param backup the name of a file in the deployment's backup directory
 */
public record RestoreRequest(String deployment, String backup) implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.RESTORE;
  }

  @Override
  public String inWords() {
    return "Restore " + backup + " into " + deployment;
  }

  @Override
  public Optional<String> defect() {
    return FileName.defect("backup", backup);
  }
}
