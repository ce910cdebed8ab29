package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.RestoreMode;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;

/** Picks the way back for the database: the first strategy that fits, or the one a person fixed. */
final class StrategyChoice {
  /** The copy, and the dump that may be written to the same disk before it. */
  private static final double COPY_MARGIN = 1.5;

  private static final long COPY_FLOOR = 128L * 1024 * 1024;

  private final Deployment deployment;
  private final Baseline before;
  private final RestoreMode mode;

  StrategyChoice(Deployment deployment, Baseline before, Overrides overrides) {
    this.deployment = deployment;
    this.before = before;
    this.mode = overrides.restoreMode(deployment.config().update());
  }

  /** A strategy and the reason for it. */
  record Chosen(Strategy strategy, String why) {}

  Chosen choose(PendingMigrations pending) {
    Chosen chosen = firstThatFits(pending);
    if (chosen.strategy().restoresFromBackup() && !deployment.databaseConfig().hasBackupCommand()) {
      confirmOwnDumpServes(chosen.strategy());
    }
    return chosen;
  }

  /** A backup that the application knows nothing of cannot come back by its command. */
  private void confirmOwnDumpServes(Strategy strategy) {
    if (strategy == Strategy.COMMAND) {
      throw new StepFailure(
          FailureType.PREFLIGHT_FAILED,
          "The application has no backup command (database.backup: []), so its restore command would not"
              + " know the backup. Choose update.restoreMode: auto.");
    }
    String directory = deployment.databaseConfig().directory();
    if (!deployment.postgres(before).roomNear(directory).onVolume()) {
      throw new StepFailure(
          FailureType.PREFLIGHT_FAILED,
          "The way back would be a backup in %s, which goes with the database's container, since no volume is mounted there. Mount one, or make room for a copy of the database."
              .formatted(directory));
    }
  }

  private Chosen firstThatFits(PendingMigrations pending) {
    if (before.database().isEmpty()) {
      return new Chosen(Strategy.NONE, "the deployment has no database");
    }
    if (pending.migration() == Migration.NONE) {
      return new Chosen(Strategy.NONE, "the database is not touched");
    }
    if (mode == RestoreMode.COMMAND) {
      return new Chosen(Strategy.COMMAND, "the configuration asks for it");
    }
    return withCopies(before.database().get());
  }

  private Chosen withCopies(LiveDatabase live) {
    Postgres postgres = deployment.postgres(before);
    if (!postgres.mayCreateDatabases()) {
      throw new StepFailure(
          FailureType.PREFLIGHT_FAILED,
          "Migrations are pending, and the database role may not create databases, so there is no safe way back."
              + " Grant it CREATEDB, or choose update.restoreMode: command.");
    }
    return byRoom(mode, live.bytes(), postgres.freeDataBytes());
  }

  /**
   * What there is room for.
   *
   * @param database bytes of the live database
   * @param free bytes where the server keeps its databases
   * @throws StepFailure {@code DiskFull}
   */
  static Chosen byRoom(RestoreMode mode, long database, long free) {
    long needed = needed(database);
    if (mode == RestoreMode.SWAP) {
      return new Chosen(Strategy.SWAP, "the configuration asks for it");
    }
    if (free >= needed) {
      return new Chosen(
          Strategy.SNAPSHOT,
          Amounts.bytes(free) + " free for a copy of " + Amounts.bytes(database));
    }
    if (mode == RestoreMode.SNAPSHOT) {
      throw new StepFailure(
          FailureType.DISK_FULL,
          "No room for a copy of the database: %s free, %s needed. Make room, or choose update.restoreMode: swap."
              .formatted(Amounts.bytes(free), Amounts.bytes(needed)));
    }
    confirmRoomForARestore(database, free);
    return new Chosen(
        Strategy.SWAP,
        "no room for a copy: "
            + Amounts.bytes(free)
            + " free, "
            + Amounts.bytes(needed)
            + " needed");
  }

  /** Better no update than one whose way back has to wait for a larger disk. */
  private static void confirmRoomForARestore(long database, long free) {
    if (free < database) {
      throw new StepFailure(
          FailureType.DISK_FULL,
          "No room for a way back: a backup restored beside the live database takes about %s, %s free."
                  .formatted(Amounts.bytes(database), Amounts.bytes(free))
              + " Make room, or choose update.restoreMode: command, which restores in place.");
    }
  }

  private static long needed(long database) {
    return (long) (database * COPY_MARGIN) + COPY_FLOOR;
  }
}
