package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The backups that operations made: of all that lie in the directory, no others are ours. */
final class OwnBackups {
  private OwnBackups() {}

  /** Newest first; some may be gone. */
  static List<VerifiedBackup> of(Deployment deployment) {
    return of(deployment.host().state().operations(deployment.name()));
  }

  /** Those that are recorded in a directory of operations, newest first. */
  static List<VerifiedBackup> of(Path operations) {
    if (!Files.isDirectory(operations)) {
      return List.of();
    }
    try (Stream<Path> records = Files.list(operations)) {
      return records
          .map(directory -> new OperationRecord(directory).find(VerifiedBackup.class))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(VerifiedBackup::at).reversed())
          .toList();
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, "Cannot list " + operations + ": " + e.getMessage(), e);
    }
  }
}
