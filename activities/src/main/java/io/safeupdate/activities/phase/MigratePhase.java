package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
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

  /** A cancel leaves the container to the undo, which ends it before the database comes back. */
  @Override
  public String migrate(Step step) {
    return host.heartbeats().during(progress -> migrate(step, progress));
  }

  private String migrate(Step step, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    PreparedImages prepared = record.get(PreparedImages.class);
    MigrateConfig.Command command = command(deployment);
    ComposeProject project = deployment.project(record.get(Baseline.class));
    ComposeModel model = host.compose().config(project);
    MigrationMark.set(record, host.clock());
    progress.report("running " + String.join(" ", command.command()));
    OneOffs.Ended ended =
        new OneOffs(host, step)
            .run(
                new OneOffs.Job(
                    "migrate",
                    project,
                    model,
                    command.service(),
                    prepared.of(command.service()).orElseThrow().tag(),
                    command.command(),
                    deployment.config().update().commandTimeout()),
                record,
                progress);
    confirmEnd(ended);
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
