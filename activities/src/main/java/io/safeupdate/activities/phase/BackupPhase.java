package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.Step;

/** Makes a backup while the application serves, and believes only the file that is there after. */
public final class BackupPhase implements BackupActivities {
  private final Host host;

  public BackupPhase(Host host) {
    this.host = host;
  }

  @Override
  public String backup(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    VerifiedBackup backup =
        record.once(
            VerifiedBackup.class,
            () -> host.heartbeats().during(progress -> make(deployment, step, progress)));
    return backup.verifiedHow();
  }

  private static VerifiedBackup make(Deployment deployment, Step step, Progress progress) {
    Backups backups = new Backups(deployment, step);
    BackupCheck check = backups.make(progress);
    TrialRestore.of(deployment, step).run(backups.files(), check, progress);
    return backups.verified(check);
  }
}
