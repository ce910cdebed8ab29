package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code KeepBackup}.
 *
 * @param backup the name of a file in the deployment's backup directory, or of an archive
 * @param release whether it need not be kept any more; empty: no
 */
public record KeepRequest(String deployment, String backup, Optional<Boolean> release)
    implements OperationRequest {

  /** Whether a pin is taken off. */
  public boolean releases() {
    return release.orElse(false);
  }

  @Override
  public OperationType operationType() {
    return OperationType.KEEP;
  }

  @Override
  public String inWords() {
    return (releases() ? "Let go of %s of %s" : "Keep %s of %s").formatted(backup, deployment);
  }

  @Override
  public Optional<String> defect() {
    return FileName.defect("backup", backup);
  }
}
