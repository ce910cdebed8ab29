package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.DatabaseBack;
import io.safeupdate.activities.host.Facts.MigrationBegan;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.MigrateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.MigrateActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;

/** Runs the migration in the new image, once, and believes only what the database says after. */
public final class MigratePhase implements MigrateActivities {
  private static final int TAIL = 25;

  private final Host host;

  public MigratePhase(Host host) {
    this.host = host;
  }

  /**
   * A cancel does not wait for the migration's end: the way back stops it. But a start is not cut
   * off, for the engine could still do it after the way back.
   */
  @Override
  public String migrate(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OneOffs.Job job =
        host.heartbeats().duringUninterrupted(progress -> start(deployment, step, progress));
    return host.heartbeats().during(progress -> finish(deployment, step, job, progress));
  }

  private OneOffs.Job start(Deployment deployment, Step step, Progress progress) {
    OperationRecord record = deployment.record(step);
    MigrateConfig.Command command = command(deployment);
    ComposeProject project = deployment.project(record.get(Baseline.class));
    OneOffs.Job job =
        new OneOffs.Job(
            "migrate",
            project,
            host.compose().config(project),
            command.service(),
            record.get(PreparedImages.class).of(command.service()).orElseThrow().tag(),
            command.command(),
            deployment.config().update().commandTimeout());
    MigrationMark.set(record, host.clock());
    progress.report("running " + String.join(" ", command.command()));
    new OneOffs(host, step).start(job, List.of());
    return job;
  }

  private String finish(Deployment deployment, Step step, OneOffs.Job job, Progress progress) {
    OperationRecord record = deployment.record(step);
    PreparedImages prepared = record.get(PreparedImages.class);
    confirmEnd(new OneOffs(host, step).await(job, record, progress));
    confirmEffect(deployment, step, new MigrationPlan(deployment, step, prepared), progress);
    return prepared.migrations().isEmpty()
        ? "the migration command ended well"
        : Amounts.count(prepared.migrations().size(), "migration") + " applied";
  }

  private static MigrateConfig.Command command(Deployment deployment) {
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

  /** Exit code 0 proves nothing: the database must have what the image brings. */
  private void confirmEffect(
      Deployment deployment, Step step, MigrationPlan plan, Progress progress) {
    MigrateConfig.Command command = command(deployment);
    if (command.plan().isEmpty()) {
      return;
    }
    OperationRecord record = deployment.record(step);
    ComposeProject project = deployment.project(record.get(Baseline.class));
    List<String> pending =
        plan.stillPending(command, project, host.compose().config(project), record, progress);
    if (!pending.isEmpty()) {
      throw new StepFailure(
          FailureType.MIGRATION_FAILED,
          "The migration command ended well, but these are still pending: "
              + String.join(", ", pending));
    }
  }

  @Override
  public String back(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    if (record.find(MigrationBegan.class).isEmpty()) {
      return "no migration began: the database was not touched";
    }
    stopOneOffs(step);
    DatabaseBack back =
        record.once(
            DatabaseBack.class,
            () ->
                host.heartbeats()
                    .duringUninterrupted(
                        progress -> new DatabaseReturn(deployment, step).run(progress)));
    return back.how()
        + back.abandoned().map(name -> "; the abandoned one is kept as " + name).orElse("")
        + (back.rowsLost().isEmpty()
            ? ""
            : "; it has more rows in " + String.join(", ", back.rowsLost()));
  }

  /** A migration that was given up on may still run: it must not write to what comes back. */
  private void stopOneOffs(Step step) {
    host.engine().labelled(OneOffs.OPERATION, step.operation()).stream()
        .filter(it -> it.isRunning())
        .forEach(it -> host.engine().stop(it.id()));
  }
}
