package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.Step;

/** Makes backups, and believes only the file that is there after. */
final class Backups {
  private final Deployment deployment;
  private final Step step;
  private final BackupFiles files;

  Backups(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    Baseline before = deployment.record(step).get(Baseline.class);
    this.files = deployment.backups(before.project());
  }

  BackupFiles files() {
    return files;
  }

  /** By the application's own command, where it has one. */
  BackupCheck make(Progress progress) {
    return deployment.databaseConfig().hasBackupCommand()
        ? new BackupCommand(deployment, step, files).run(progress)
        : new OwnDump(deployment, step, files).run(progress);
  }

  VerifiedBackup verified(BackupCheck check) {
    return new VerifiedBackup(
        check.name(),
        check.bytes(),
        check.sha256(),
        check.inWords(),
        deployment.host().clock().instant());
  }
}
