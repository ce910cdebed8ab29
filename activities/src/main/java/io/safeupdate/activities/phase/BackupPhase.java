package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a backup, and an archive of the user files where that is wanted, while the application
 * serves, and believes only the file that is there after.
 */
public final class BackupPhase implements BackupActivities {
  private final Host host;

  public BackupPhase(Host host) {
    this.host = host;
  }

  @Override
  public String backup(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    List<String> made = new ArrayList<>();
    if (deployment.config().database().isPresent()) {
      made.add(database(deployment, step).verifiedHow());
    }
    if (deployment.archivesMedia()) {
      made.add(media(deployment, step).how());
    }
    return String.join("; ", made);
  }

  private VerifiedBackup database(Deployment deployment, Step step) {
    return deployment.once(
        step, VerifiedBackup.class, progress -> make(deployment, step, progress));
  }

  private MediaArchived media(Deployment deployment, Step step) {
    return host.heartbeats().during(new MediaWork(deployment, step)::archive);
  }

  private static VerifiedBackup make(Deployment deployment, Step step, Progress progress) {
    Backups backups = new Backups(deployment, step);
    BackupCheck check = backups.make(progress);
    TrialRestore.of(deployment, step).run(backups.files(), check, progress);
    return backups.verified(check);
  }
}
