package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code ExportBackups}.
 *
 * @param backup the name of a file in the deployment's backup directory; empty: all of them
 * @param directory of the host that runs the deployment, absolute; under one of its export roots
 */
public record ExportRequest(String deployment, Optional<String> backup, String directory)
    implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.EXPORT;
  }

  @Override
  public String inWords() {
    return "Export %s of %s to %s".formatted(backup.orElse("all backups"), deployment, directory);
  }

  @Override
  public Optional<String> defect() {
    return HostPath.defect("directory", directory)
        .or(() -> backup.flatMap(name -> FileName.defect("backup", name)));
  }
}
