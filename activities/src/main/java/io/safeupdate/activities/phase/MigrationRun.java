package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.MigrateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;

/** Runs the migration command in one of the given images, and sees that nothing is pending. */
final class MigrationRun {
  private static final int TAIL = 25;

  private final Deployment deployment;
  private final Step step;
  private final PreparedImages images;

  MigrationRun(Deployment deployment, Step step, PreparedImages images) {
    this.deployment = deployment;
    this.step = step;
    this.images = images;
  }

  OneOffs.Job job() {
    MigrateConfig.Command command = command();
    ComposeProject project = deployment.project(record().get(Baseline.class));
    return new OneOffs.Job(
        "migrate",
        project,
        deployment.host().compose().config(project),
        command.service(),
        images.of(command.service()).orElseThrow().tag(),
        command.command(),
        deployment.config().update().commandTimeout());
  }

  /** Starts the command, or finds the one that an earlier attempt started. */
  void start(OneOffs.Job job, Progress progress) {
    progress.report("running " + String.join(" ", job.command()));
    new OneOffs(deployment.host(), step).start(job, List.of());
  }

  /** Exit code 0 proves nothing: the database must have what the image brings. */
  void finish(OneOffs.Job job, Progress progress) {
    confirmEnd(new OneOffs(deployment.host(), step).await(job, record(), progress));
    MigrateConfig.Command command = command();
    if (command.plan().isPresent()) {
      confirmEffect(command, progress);
    }
  }

  private MigrateConfig.Command command() {
    if (deployment.config().migrate() instanceof MigrateConfig.Command command) {
      return command;
    }
    throw new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "The configuration of " + deployment.name() + " lost its migration command meanwhile.");
  }

  private static void confirmEnd(OneOffs.Ended ended) {
    if (!ended.succeeded()) {
      throw new StepFailure(
          FailureType.MIGRATION_FAILED,
          "The migration command ended with code %d.%nIts last lines:%n%s"
              .formatted(ended.exitCode(), ended.tail(TAIL)));
    }
  }

  private void confirmEffect(MigrateConfig.Command command, Progress progress) {
    ComposeProject project = deployment.project(record().get(Baseline.class));
    List<String> pending =
        new MigrationPlan(deployment, step, images)
            .stillPending(
                command, project, deployment.host().compose().config(project), record(), progress);
    if (!pending.isEmpty()) {
      throw new StepFailure(
          FailureType.MIGRATION_FAILED,
          "The migration command ended well, but these are still pending: "
              + String.join(", ", pending));
    }
  }

  private OperationRecord record() {
    return deployment.record(step);
  }
}
