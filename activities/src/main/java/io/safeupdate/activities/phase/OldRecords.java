package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.DeploymentLock;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.host.StateDirectory;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records of operations that nobody needs any more, with their logs and what their failures looked
 * like: those from before the oldest restore point that is kept. Receipts stay.
 */
final class OldRecords {
  private final Deployment deployment;
  private final List<RestorePoint> kept;
  private final Set<String> backups;

  /**
   * @param kept the restore points that are left
   * @param backups names of those that are there: which of them are ours, only a record tells
   */
  OldRecords(Deployment deployment, List<RestorePoint> kept, Set<String> backups) {
    this.deployment = deployment;
    this.kept = List.copyOf(kept);
    this.backups = Set.copyOf(backups);
  }

  /** Deletes them; says how many. */
  int delete() {
    Optional<Instant> oldest = kept.stream().map(RestorePoint::createdAt).min(Instant::compareTo);
    List<Path> old =
        oldest.map(limit -> records().filter(it -> isOver(it, limit)).toList()).orElse(List.of());
    old.forEach(Trees::delete);
    return old.size();
  }

  private boolean isOver(Path record, Instant limit) {
    String operation = record.getFileName().toString();
    return hasEnded(operation)
        && lastWritten(record).isBefore(limit)
        && kept.stream().noneMatch(point -> point.operation().equals(operation))
        && new OperationRecord(record)
            .find(VerifiedBackup.class)
            .filter(backup -> backups.contains(backup.name()))
            .isEmpty();
  }

  /** The receipt is the last act; one whose way back was abandoned still holds the lock. */
  private boolean hasEnded(String operation) {
    boolean holdsLock =
        deployment
            .lock()
            .owner()
            .map(DeploymentLock.Owner::operation)
            .filter(operation::equals)
            .isPresent();
    return !holdsLock && Files.exists(state().receipts().resolve(operation + ".json"));
  }

  private Stream<Path> records() {
    Path operations = state().operations(deployment.name());
    try (Stream<Path> records = Files.list(operations)) {
      return records.toList().stream();
    } catch (IOException e) {
      throw failure("list " + operations, e);
    }
  }

  private static Instant lastWritten(Path record) {
    try {
      return Files.getLastModifiedTime(record).toInstant();
    } catch (IOException e) {
      throw failure("read " + record, e);
    }
  }

  private StateDirectory state() {
    return deployment.host().state();
  }

  private static StepFailure failure(String what, IOException e) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED, "Cannot " + what + ": " + e.getMessage(), e);
  }
}
