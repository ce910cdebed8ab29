package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.host.Baseline;
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

  private VerifiedBackup make(Deployment deployment, Step step, Progress progress) {
    Baseline before = deployment.record(step).get(Baseline.class);
    BackupFiles files = deployment.backups(before.project());
    BackupCheck check =
        deployment.databaseConfig().hasBackupCommand()
            ? new BackupCommand(deployment, step, files).run(progress)
            : new OwnDump(deployment, step, files).run(progress);
    TrialRestore.of(deployment, step).run(files, check, progress);
    return new VerifiedBackup(
        check.name(), check.bytes(), check.sha256(), check.inWords(), host.clock().instant());
  }
}
