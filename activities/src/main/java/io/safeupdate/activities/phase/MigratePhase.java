package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Facts.DatabaseBack;
import io.safeupdate.activities.host.Facts.MigrationBegan;
import io.safeupdate.activities.host.Facts.Undertaking;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.activity.MigrateActivities;
import io.safeupdate.workflows.contract.activity.Step;

/** Runs the migration in the new image, once, and believes only what the database says after. */
public final class MigratePhase implements MigrateActivities {
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
    MigrationRun run = run(deployment, step);
    OneOffs.Job job = run.job();
    MigrationMark.set(deployment.record(step), host.clock());
    run.start(job, progress);
    return job;
  }

  private static String finish(
      Deployment deployment, Step step, OneOffs.Job job, Progress progress) {
    run(deployment, step).finish(job, progress);
    int migrations = deployment.record(step).get(PreparedImages.class).migrations().size();
    return migrations == 0
        ? "the migration command ended well"
        : Amounts.count(migrations, "migration") + " applied";
  }

  private static MigrationRun run(Deployment deployment, Step step) {
    PreparedImages images = deployment.record(step).get(PreparedImages.class);
    return new MigrationRun(deployment, step, images);
  }

  @Override
  public String back(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    if (record.find(Undertaking.class).isPresent()) {
      stopOneOffs(step);
      return "what was migrated gives way to what was there before";
    }
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
