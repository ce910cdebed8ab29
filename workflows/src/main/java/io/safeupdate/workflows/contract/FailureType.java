package io.safeupdate.workflows.contract;

/**
 * Every way an activity can fail. The name is the stable type of the failure in Temporal's history,
 * and how often Temporal tries again is decided here and nowhere else.
 *
 * <p>A retryable failure is one of the outside world that passes by itself. All others need a
 * decision: the way back, or a person.
 */
public enum FailureType {
  /** The Docker engine does not answer, or answered with an error of its own. */
  ENGINE_UNAVAILABLE("EngineUnavailable", 20),
  /** The git remote or the image registry does not answer. */
  REMOTE_UNAVAILABLE("RemoteUnavailable", 4),
  /** Something short-lived holds what we need, such as git's {@code index.lock}. */
  LOCK_BUSY("LockBusy", 6),
  /** The worker is stopping; the next attempt finds the traces and goes on. */
  WORKER_STOPPING("WorkerStopping", 1000),
  /** The Docker engine or Compose is too old or too new for us. */
  ENGINE_INCOMPATIBLE("EngineIncompatible", 1),
  /** A file that a person wrote does not make sense: ours, a compose file or an env file. */
  CONFIG_INVALID("ConfigInvalid", 1),
  /** Another operation on the deployment is open. */
  DEPLOYMENT_BUSY("DeploymentBusy", 1),
  /** An earlier operation on the deployment ended without its way back. */
  DEPLOYMENT_UNFINISHED("DeploymentUnfinished", 1),
  /** The host holds no lock for the operation that a step belongs to: it was reset, for example. */
  OPERATION_UNKNOWN("OperationUnknown", 1),
  /** A check before the update said no; nothing was touched. */
  PREFLIGHT_FAILED("PreflightFailed", 1),
  /** The remote refused us, or is not who it was. */
  AUTH_FAILED("AuthFailed", 1),
  /** The checkout is not in a state we may move: local changes, wrong branch, foreign owner. */
  CHECKOUT_UNUSABLE("CheckoutUnusable", 1),
  /** The target is not ahead of the checkout's commit. */
  HISTORY_DIVERGED("HistoryDiverged", 1),
  /** An image did not build. */
  BUILD_FAILED("BuildFailed", 1),
  /** An image could not be pulled. */
  PULL_FAILED("PullFailed", 1),
  /** A backup was not made, or does not hold what a backup must. */
  BACKUP_INVALID("BackupInvalid", 1),
  /** A statement on the database server failed. */
  DATABASE_FAILED("DatabaseFailed", 1),
  /** The migration command failed, or its effect is not in the database. */
  MIGRATION_FAILED("MigrationFailed", 1),
  /** The new version did not start, or its probes did not pass. */
  UNHEALTHY("Unhealthy", 1),
  /** A database was brought back, but it is not what it should be. */
  RESTORE_UNVERIFIED("RestoreUnverified", 1),
  /** There is no room on a disk. */
  DISK_FULL("DiskFull", 1),
  /** The host is not as this step left it or expects it; going on could destroy something. */
  PRECONDITION_FAILED("PreconditionFailed", 1),
  /** A step took longer than it may. */
  TIMED_OUT("TimedOut", 1),
  /** A defect of Safe Update. */
  INTERNAL("Internal", 3);

  private final String type;
  private final int attempts;

  FailureType(String type, int attempts) {
    this.type = type;
    this.attempts = attempts;
  }

  /** The stable word in history, messages and JSON. */
  public String type() {
    return type;
  }

  /** How often a step is attempted in all while it fails this way; 1: it is not tried again. */
  public int attempts() {
    return attempts;
  }

  /** Whether the same step may succeed when simply tried again. */
  public boolean retryable() {
    return attempts > 1;
  }
}
