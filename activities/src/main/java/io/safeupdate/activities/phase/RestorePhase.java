package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.database.Swap;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Facts.BackupRestored;
import io.safeupdate.activities.host.Facts.DatabaseReplaced;
import io.safeupdate.activities.host.Facts.RecordedDatabase;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreRequest;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.RestoreActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Restores a backup beside the live database, and lets the two change places. */
public final class RestorePhase implements RestoreActivities {
  /** Room beyond what the database takes now: the server writes its log there too. */
  private static final double MARGIN = 1.2;

  private final Host host;

  public RestorePhase(Host host) {
    this.host = host;
  }

  @Override
  public Made restoreBeside(Step step, RestoreRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    BackupRestored restored =
        deployment.once(
            step,
            BackupRestored.class,
            progress -> restore(deployment, step, request.backup(), progress));
    String summary = restored.backup() + " restored beside the live database";
    return new Made(Optional.of(restored.database()), summary, List.of());
  }

  private static BackupRestored restore(
      Deployment deployment, Step step, String backup, Progress progress) {
    Baseline before = deployment.record(step).get(Baseline.class);
    Postgres postgres = deployment.postgres(before);
    BackupFiles files = deployment.backups(before.project());
    requireRoom(postgres, live(before));
    String database = new DatabaseNames(step.tag()).restore();
    long oid =
        new Restores(postgres, files, progress).restoreInto(backup, database, step.operation());
    RestoredRows.count(deployment.record(step), postgres, database);
    return new BackupRestored(backup, database, oid);
  }

  /** A disk that runs full would stop the live database too. */
  static void requireRoom(Postgres postgres, LiveDatabase live) {
    requireRoom(postgres, live, live.bytes());
  }

  /**
   * @param bytes that the second database takes
   */
  static void requireRoom(Postgres postgres, LiveDatabase live, long bytes) {
    long needed = (long) (bytes * MARGIN);
    long free = postgres.freeDataBytes();
    if (free < needed) {
      throw new StepFailure(
          FailureType.DISK_FULL,
          "A second database beside %s may need %s, the server has %s free. Make room there, then try again."
              .formatted(live.name(), Amounts.bytes(needed), Amounts.bytes(free)));
    }
  }

  @Override
  public String drop(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    Baseline before = deployment.record(step).get(Baseline.class);
    Postgres postgres = deployment.postgres(before);
    copied(deployment.record(step)).ifPresent(postgres::endCopyingOf);
    postgres.dropIfOurs(new DatabaseNames(step.tag()).restore());
    return "no restored database is left beside the live one";
  }

  /** The database that a rollback copies. */
  private static Optional<String> copied(OperationRecord record) {
    return record
        .find(RollbackTarget.class)
        .flatMap(RollbackTarget::database)
        .flatMap(RecordedDatabase::copy)
        .map(SnapshotTaken::database);
  }

  @Override
  public Made swapIn(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    DatabaseReplaced replaced =
        record.once(
            DatabaseReplaced.class,
            () -> host.heartbeats().duringUninterrupted(progress -> swap(deployment, step)));
    return new Made(
        Optional.of(replaced.replaced()),
        "the restored database took the live one's place",
        notes(deployment, replaced));
  }

  private static DatabaseReplaced swap(Deployment deployment, Step step) {
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    BackupRestored restored = record.get(BackupRestored.class);
    LiveDatabase live = live(before);
    String replaced = new DatabaseNames(step.tag()).abandoned(live.name());
    Postgres postgres = deployment.postgres(before);
    postgres.swapIn(
        new Swap(restored.database(), restored.oid(), Optional.of(live.oid()), replaced));
    ownDatabase(deployment, before, Optional.of(new SnapshotTaken(replaced, live.oid())));
    return new DatabaseReplaced(replaced);
  }

  /** Where this operation took a restore point, the replaced database is what it leads to. */
  private static void ownDatabase(
      Deployment deployment, Baseline before, Optional<SnapshotTaken> replaced) {
    deployment
        .restorePoints()
        .find(before.restorePoint())
        .map(point -> replaced.map(point::with).orElseGet(point::withoutSnapshot))
        .ifPresent(
            point -> {
              RecoverNote.write(point, deployment, before.database());
              deployment.restorePoints().write(point);
            });
  }

  private static List<String> notes(Deployment deployment, DatabaseReplaced replaced) {
    return List.of(
        "The database as it was is kept as %s for %s."
            .formatted(replaced.replaced(), days(deployment)));
  }

  @Override
  public Optional<String> countReplaced(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    return deployment
        .record(step)
        .find(DatabaseReplaced.class)
        .flatMap(
            replaced ->
                host.heartbeats()
                    .during(progress -> new ReplacedRows(deployment, step, replaced).inWords()));
  }

  private static String days(Deployment deployment) {
    return deployment.config().retention().abandonedDatabases().toDays() + " days";
  }

  @Override
  public String swapBack(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    return record
        .find(BackupRestored.class)
        .map(restored -> host.heartbeats().duringUninterrupted(any -> back(deployment, step)))
        .orElse("the database was not replaced");
  }

  private String back(Deployment deployment, Step step) {
    OperationRecord record = deployment.record(step);
    LiveDatabase live = live(record.get(Baseline.class));
    Postgres postgres = deployment.postgres(record.get(Baseline.class));
    String replaced = new DatabaseNames(step.tag()).abandoned(live.name());
    if (!postgres.databases().containsKey(replaced)) {
      postgres.allowConnections(live.name());
      return "the database is the one that it was";
    }
    String refused = new DatabaseNames(step.tag() + "b").abandoned(live.name());
    long oid = record.get(BackupRestored.class).oid();
    postgres.swapIn(new Swap(replaced, live.oid(), Optional.of(oid), refused));
    ownDatabase(deployment, record.get(Baseline.class), Optional.empty());
    return wasInUse(step)
        ? "the database is back; the restored one, which had been in use, is kept as " + refused
        : dropped(postgres, refused);
  }

  private boolean wasInUse(Step step) {
    return Stream.of(Phase.RESUME, Phase.RESTART)
        .map(Phase::label)
        .anyMatch(host.journal(step)::began);
  }

  private static String dropped(Postgres postgres, String refused) {
    postgres.dropAbandoned(refused);
    return "the database is back";
  }

  private static LiveDatabase live(Baseline before) {
    return before.database().orElseThrow();
  }
}
