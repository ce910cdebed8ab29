package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Census;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.MakeBackupActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A backup for its own sake, while the application serves. */
public final class MakeBackupPhase implements MakeBackupActivities {
  private final Host host;

  public MakeBackupPhase(Host host) {
    this.host = host;
  }

  @Override
  public Made make(Step step, BackupRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    VerifiedBackup backup =
        deployment.once(
            step, VerifiedBackup.class, progress -> make(deployment, step, request, progress));
    return new Made(Optional.of(backup.name()), backup.verifiedHow(), List.of());
  }

  private static VerifiedBackup make(
      Deployment deployment, Step step, BackupRequest request, Progress progress) {
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    if (request.trialRestore().orElse(false)) {
      progress.report("counting rows");
      record.once(
          RowsBefore.class, () -> new RowsBefore(deployment.postgres(before).censusBefore()));
    }
    Pins.take(deployment, before);
    Backups backups = new Backups(deployment, step);
    return backups.verified(backups.make(progress));
  }

  /** The rows before the backup was made. */
  record RowsBefore(Census census) {}

  /** The backup was restored and compared. */
  record TriedOut(String how) {}

  @Override
  public Made tryOut(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    TriedOut tried =
        deployment.once(step, TriedOut.class, progress -> tryOut(deployment, step, progress));
    return new Made(Optional.empty(), tried.how(), List.of());
  }

  private static TriedOut tryOut(Deployment deployment, Step step, Progress progress) {
    OperationRecord record = deployment.record(step);
    Postgres postgres = deployment.postgres(record.get(Baseline.class));
    VerifiedBackup backup = record.get(VerifiedBackup.class);
    Census before = record.get(RowsBefore.class).census();
    progress.report("counting rows");
    Census after = postgres.censusAfter();
    Fingerprint restored =
        new Restores(postgres, new Backups(deployment, step).files(), progress)
            .lookInto(backup.name(), new DatabaseNames(step.tag()).verify());
    Optional<String> misfit = before.misfit(after, restored);
    if (misfit.isPresent()) {
      progress.report("waiting for the server to tell of the last writes");
      misfit = before.misfit(whatWasWrittenLast(postgres, after), restored);
    }
    misfit.ifPresent(
        how -> {
          throw unlike(backup, how);
        });
    TriedOut tried = new TriedOut(inWords(restored));
    record.put(backup.verified(backup.verifiedHow() + "; " + tried.how()));
    return tried;
  }

  /** The server may hear late of rows that were written while the backup was made. */
  private static Census whatWasWrittenLast(Postgres postgres, Census after) {
    try {
      TimeUnit.SECONDS.sleep(Census.LAG_SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped comparing a backup");
    }
    return new Census(after.fingerprint(), postgres.censusAfter().writes());
  }

  private static String inWords(Fingerprint restored) {
    long rows = restored.tables().values().stream().mapToLong(Long::longValue).sum();
    return "restored on trial: %d tables with %d rows, as in the database"
        .formatted(restored.tables().size(), rows);
  }

  private static StepFailure unlike(VerifiedBackup backup, String how) {
    return new StepFailure(
        FailureType.RESTORE_UNVERIFIED,
        "What backup %s brings back is not what the database held: %s."
            .formatted(backup.name(), how));
  }
}
