package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code RestoreMedia}.
 *
 * @param archive its name, as {@code media list} has it
 */
public record RestoreMediaRequest(String deployment, String archive) implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.MEDIA_RESTORE;
  }

  @Override
  public String inWords() {
    return "Restore the user files of " + deployment + " from " + archive;
  }

  @Override
  public Optional<String> defect() {
    return FileName.defect("archive", archive);
  }
}
