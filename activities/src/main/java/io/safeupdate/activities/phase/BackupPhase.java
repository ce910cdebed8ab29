package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
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
    return "%s, %s, %s".formatted(backup.name(), Bytes.words(backup.bytes()), backup.verifiedHow());
  }

  private VerifiedBackup make(Deployment deployment, Step step, Progress progress) {
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    BackupFiles files = deployment.backups(before.project());
    List<String> earlier =
        record.once(BackupIntent.class, () -> new BackupIntent(files.names())).before();
    OneOffs.Ended ended = run(deployment, step, before, progress);
    String name = made(files, earlier, ended);
    progress.report("verifying " + name);
    BackupCheck check = verified(files, name);
    new OneOffs(host, step).remove("backup");
    return new VerifiedBackup(
        check.name(), check.bytes(), check.sha256(), check.words(), host.clock().instant());
  }

  private OneOffs.Ended run(
      Deployment deployment, Step step, Baseline before, Progress progress) {
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

  private static String made(BackupFiles files, List<String> earlier, OneOffs.Ended ended) {
    if (!ended.succeeded()) {
      files.newSince(earlier).forEach(files::removeIfUnverified);
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "The backup command ended with code %d.%nIts last lines:%n%s"
              .formatted(ended.exitCode(), ended.tail(TAIL)));
    }
    return files.newSince(earlier).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.BACKUP_INVALID,
                    "The backup command ended well but made no file in the backup directory; correct database.directory.%nIts last lines:%n%s"
                        .formatted(ended.tail(TAIL))));
  }

  /** A file that is no backup must not be taken for one later. */
  private static BackupCheck verified(BackupFiles files, String name) {
    try {
      return files.verify(name);
    } catch (StepFailure invalid) {
      if (invalid.type() == FailureType.BACKUP_INVALID) {
        files.removeIfUnverified(name);
      }
      throw invalid;
    }
  }
}
