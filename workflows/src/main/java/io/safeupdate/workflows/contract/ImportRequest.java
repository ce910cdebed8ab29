package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code ImportBackup}.
 *
 * @param file of the host that runs the deployment, absolute; under one of its export roots
 */
public record ImportRequest(String deployment, String file) implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.IMPORT;
  }

  @Override
  public String inWords() {
    return "Import %s into %s".formatted(file, deployment);
  }

  @Override
  public Optional<String> defect() {
    return HostPath.defect("file", file);
  }
}
