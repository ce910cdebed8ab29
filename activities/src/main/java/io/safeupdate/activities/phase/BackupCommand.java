package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.BackupIntent;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;

/** A backup by the application's own command; the file that it made is what counts. */
final class BackupCommand {
  private static final int TAIL = 15;

  private final Deployment deployment;
  private final Step step;
  private final BackupFiles files;
  private final OperationRecord record;

  BackupCommand(Deployment deployment, Step step, BackupFiles files) {
    this.deployment = deployment;
    this.step = step;
    this.files = files;
    this.record = deployment.record(step);
  }

  /**
   * Runs the command, or awaits the one that an earlier attempt started.
   *
   * @throws StepFailure {@code BackupInvalid}; what is no backup was removed then
   */
  BackupCheck run(Progress progress) {
    List<BackupFile> earlier =
        record
            .once(
                BackupIntent.class,
                () -> new BackupIntent(deployment.host().clock().instant(), files.list()))
            .before();
    try {
      BackupCheck check = verified(earlier, command(growing(earlier, progress)), progress);
      new OneOffs(deployment.host(), step).remove("backup");
      return check;
    } catch (StepFailure invalid) {
      removeLeftovers(earlier, invalid);
      throw invalid;
    }
  }

  /** Says how large the file is that the command makes. */
  private Progress growing(List<BackupFile> earlier, Progress progress) {
    BackupGrowth growth = new BackupGrowth(files, earlier);
    return message -> progress.report(message + growth.inWords());
  }

  private BackupCheck verified(List<BackupFile> earlier, OneOffs.Ended ended, Progress progress) {
    if (!ended.succeeded()) {
      throw new StepFailure(
          FailureType.BACKUP_INVALID,
          "The backup command ended with code %d.%nIts last lines:%n%s"
              .formatted(ended.exitCode(), ended.tail(TAIL)));
    }
    BackupFile made = files.newSince(earlier);
    progress.report("verifying %s, %s".formatted(made.name(), Amounts.bytes(made.bytes())));
    return files.verify(made.name());
  }

  /** A file that is no backup must not be taken for one later. */
  private void removeLeftovers(List<BackupFile> earlier, StepFailure reason) {
    if (reason.type() == FailureType.BACKUP_INVALID) {
      files.list().stream()
          .filter(file -> !earlier.contains(file))
          .map(BackupFile::name)
          .forEach(files::removeIfUnverified);
    }
  }

  private OneOffs.Ended command(Progress progress) {
    Host host = deployment.host();
    Baseline before = record.get(Baseline.class);
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
                deployment.config().update().commandTimeout()),
            record,
            progress);
  }
}
