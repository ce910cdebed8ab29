package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Live;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.Arrived;
import io.safeupdate.activities.host.Facts.BackupRestored;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.MigrateConfig;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.activity.Begun;
import io.safeupdate.workflows.contract.activity.CopyActivities;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** Brings a copy of another deployment's database beside this one's, and makes it fit. */
public final class CopyPhase implements CopyActivities {
  private final Host host;

  public CopyPhase(Host host) {
    this.host = host;
  }

  @Override
  public Begun begin(Step step, CopyRequest request) {
    Deployment to = host.deployment(step.deployment());
    Deployment from = host.deployment(request.from());
    requireAccepted(to);
    from.databaseConfig();
    StatementFile.of(to).ifPresent(StatementFile::text);
    Begun begun = new BeginPhase(host).begin(step, OperationType.COPY);
    host.heartbeats().during(progress -> requireFit(from, to, step));
    return begun;
  }

  private static void requireAccepted(Deployment to) {
    to.databaseConfig();
    if (!to.config().acceptsCopies()) {
      throw new StepFailure(
          FailureType.CONFIG_INVALID,
          "%1$s takes no copies: its database would be replaced. If that is wanted, set `deployments.%1$s.acceptsCopies: true` in the host's configuration file (safe-update.yml)."
              .formatted(to.name()));
    }
  }

  private static Void requireFit(Deployment from, Deployment to, Step step) {
    Baseline before = to.record(step).get(Baseline.class);
    String project = from.projectName();
    Live source = from.postgres(project).live();
    LiveDatabase target = before.database().orElseThrow();
    if (source.majorVersion() > target.majorVersion()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "%s has PostgreSQL %d and %s has %d: a dump cannot go into an older server. Update the database service of %s first."
              .formatted(
                  from.name(), source.majorVersion(), to.name(), target.majorVersion(), to.name()));
    }
    boolean sameServer =
        from.databaseContainer(project).id().equals(to.databaseContainer(before.project()).id());
    if (sameServer && source.name().equals(target.name())) {
      throw new StepFailure(
          FailureType.CONFIG_INVALID,
          "%s and %s have one and the same database, %s: there is nothing to copy."
              .formatted(from.name(), to.name(), target.name()));
    }
    return null;
  }

  @Override
  public Made transfer(Step step, CopyRequest request) {
    Deployment to = host.deployment(step.deployment());
    Arrived arrived =
        to.once(
            step,
            Arrived.class,
            progress ->
                new Arrival(to, step).bring(host.deployment(request.from()), request, progress));
    return new Made(
        Optional.of(arrived.name()),
        "%s of %s arrived, %s, with the same hash"
            .formatted(arrived.backup(), arrived.from(), Amounts.bytes(arrived.bytes())),
        List.of());
  }

  @Override
  public String remove(Step step) {
    boolean removed = new Arrival(host.deployment(step.deployment()), step).remove();
    return removed ? "the transferred file is gone" : "nothing was transferred";
  }

  @Override
  public Made restoreBeside(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    BackupRestored restored =
        deployment.once(
            step, BackupRestored.class, progress -> restore(deployment, step, progress));
    return new Made(
        Optional.of(restored.database()),
        restored.backup() + " restored beside the live database",
        List.of());
  }

  private static BackupRestored restore(Deployment deployment, Step step, Progress progress) {
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    Arrived arrived = record.get(Arrived.class);
    Postgres postgres = deployment.postgres(before);
    RestorePhase.requireRoom(postgres, before.database().orElseThrow(), arrived.databaseBytes());
    String database = new DatabaseNames(step.tag()).restore();
    long oid =
        new Restores(postgres, deployment.backups(before.project()), progress)
            .restoreForeign(arrived.name(), database, step.operation(), arrived.owner());
    return new BackupRestored(arrived.backup(), database, oid);
  }

  @Override
  public String afterCopy(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    return StatementFile.of(deployment)
        .map(file -> host.heartbeats().during(progress -> run(deployment, step, file, progress)))
        .orElse("no statements are configured: the copy stays as it is");
  }

  private static String run(
      Deployment deployment, Step step, StatementFile file, Progress progress) {
    OperationRecord record = deployment.record(step);
    progress.report("running " + file.path());
    try {
      deployment
          .postgres(record.get(Baseline.class))
          .runOnce(record.get(BackupRestored.class).database(), file.text(), step.operation());
    } catch (StepFailure e) {
      throw e.type() == FailureType.DATABASE_FAILED ? refused(file, e) : e;
    }
    return file.path().getFileName() + " ran in the copy";
  }

  private static StepFailure refused(StatementFile file, StepFailure cause) {
    return new StepFailure(
        FailureType.DATABASE_FAILED,
        "%s failed in the copy: %s Correct it (plain SQL, without BEGIN, COMMIT and psql's own commands), then copy again."
            .formatted(file.path(), cause.getMessage()),
        cause);
  }

  @Override
  public String migrate(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    MigrateConfig migrate = deployment.config().migrate();
    if (migrate instanceof MigrateConfig.Command command) {
      return migrate(deployment, step, command);
    }
    return migrate instanceof MigrateConfig.OnStart
        ? "the application migrates when it starts"
        : "there is nothing to migrate";
  }

  /** A cancel does not wait for the migration's end: the way back stops it. */
  private String migrate(Deployment deployment, Step step, MigrateConfig.Command command) {
    MigrationRun run =
        new MigrationRun(
            deployment, step, new RunningImages(deployment, step).of(command.service()));
    OneOffs.Job job = run.job();
    host.heartbeats()
        .duringUninterrupted(
            progress -> {
              run.start(job, progress);
              return job;
            });
    return host.heartbeats()
        .during(
            progress -> {
              run.finish(job, progress);
              return "the running version's migrations are applied";
            });
  }
}
