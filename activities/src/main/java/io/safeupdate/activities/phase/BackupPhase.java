package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.BackupIntent;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Duration;
import java.util.List;

/** Runs the application's own backup command and believes only the file that it made. */
public final class BackupPhase implements BackupActivities {
  private static final Duration LIMIT = Duration.ofHours(5);
  private static final int TAIL = 15;

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
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    BackupFiles files = deployment.backups(before.project());
    List<BackupFile> earlier =
        record.once(BackupIntent.class, () -> new BackupIntent(files.list())).before();
    try {
      BackupCheck check = verified(files, earlier, run(deployment, step, before, progress));
      TrialRestore.of(deployment, step).run(files, check, progress);
      new OneOffs(host, step).remove("backup");
      return new VerifiedBackup(
          check.name(), check.bytes(), check.sha256(), check.inWords(), host.clock().instant());
    } catch (StepFailure invalid) {
      removeLeftovers(files, earlier, invalid);
      throw invalid;
    }
  }

  private static BackupCheck verified(
      BackupFiles files, List<BackupFile> earlier, OneOffs.Ended ended) {
    if (!ended.succeeded()) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "The backup command ended with code %d.%nIts last lines:%n%s"
              .formatted(ended.exitCode(), ended.tail(TAIL)));
    }
    return files.verify(files.newSince(earlier).name());
  }

  /** A file that is no backup must not be taken for one later. */
  private static void removeLeftovers(
      BackupFiles files, List<BackupFile> earlier, StepFailure reason) {
    if (reason.type() == FailureType.BACKUP_INVALID) {
      files.list().stream()
          .filter(file -> !earlier.contains(file))
          .map(BackupFile::name)
          .forEach(files::removeIfUnverified);
    }
  }

  private OneOffs.Ended run(Deployment deployment, Step step, Baseline before, Progress progress) {
    DatabaseConfig database = deployment.databaseConfig();
    ComposeProject project = deployment.project(before);
    progress.report("running " + String.join(" ", database.backup()));
    return new OneOffs(host, step)
        .run(
            new OneOffs.Job(
                "backup",
                project,
                host.compose().config(project),
                database.service(),
                ImageNames.pinned(deployment.name(), database.service(), before.restorePoint()),
                database.backup(),
                LIMIT),
            deployment.record(step),
            progress);
  }
}
