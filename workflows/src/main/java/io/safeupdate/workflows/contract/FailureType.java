package io.safeupdate.workflows.contract;

/**
 * Every way an activity can fail. The name is the stable type of the failure in Temporal's history,
 * and whether Temporal tries again is decided here and nowhere else.
 *
 * <p>A retryable failure is one of the outside world that passes by itself. All others need a
 * decision: the way back, or a person.
 */
public enum FailureType {
  /** The Docker engine does not answer, or answered with an error of its own. */
  ENGINE_UNAVAILABLE("EngineUnavailable", true),
  /** The git remote or the image registry does not answer. */
  REMOTE_UNAVAILABLE("RemoteUnavailable", true),
  /** Something short-lived holds what we need, such as git's {@code index.lock}. */
  LOCK_BUSY("LockBusy", true),
  /** The worker is stopping; the next attempt finds the traces and goes on. */
  WORKER_STOPPING("WorkerStopping", true),
  /** The Docker engine or Compose is too old or too new for us. */
  ENGINE_INCOMPATIBLE("EngineIncompatible", false),
  /** A file that a person wrote does not make sense: ours, a compose file or an env file. */
  CONFIG_INVALID("ConfigInvalid", false),
  /** Another operation on the deployment is open. */
  DEPLOYMENT_BUSY("DeploymentBusy", false),
  /** An earlier operation on the deployment ended without its way back. */
  DEPLOYMENT_UNFINISHED("DeploymentUnfinished", false),
  /** A check before the update said no; nothing was touched. */
  PREFLIGHT_FAILED("PreflightFailed", false),
  /** The remote refused us, or is not who it was. */
  AUTH_FAILED("AuthFailed", false),
  /** The checkout is not in a state we may move: local changes, wrong branch, foreign owner. */
  CHECKOUT_UNUSABLE("CheckoutUnusable", false),
  /** The target is not ahead of the checkout's commit. */
  HISTORY_DIVERGED("HistoryDiverged", false),
  /** An image did not build. */
  BUILD_FAILED("BuildFailed", false),
  /** An image could not be pulled. */
  PULL_FAILED("PullFailed", false),
  /** A backup was not made, or does not hold what a backup must. */
  BACKUP_INVALID("BackupInvalid", false),
  /** A statement on the database server failed. */
  DATABASE_FAILED("DatabaseFailed", false),
  /** The migration command failed, or its effect is not in the database. */
  MIGRATION_FAILED("MigrationFailed", false),
  /** The new version did not start, or its probes did not pass. */
  UNHEALTHY("Unhealthy", false),
  /** A database was brought back, but it is not what it should be. */
  RESTORE_UNVERIFIED("RestoreUnverified", false),
  /** There is no room on a disk. */
  DISK_FULL("DiskFull", false),
  /** The host is not as this step left it or expects it; going on could destroy something. */
  PRECONDITION_FAILED("PreconditionFailed", false),
  /** A step took longer than it may. */
  TIMED_OUT("TimedOut", false),
  /** A defect of Safe Update. */
  INTERNAL("Internal", false);

  private final String type;
  private final boolean retryable;

  FailureType(String type, boolean retryable) {
    this.type = type;
    this.retryable = retryable;
  }

  /** The stable word in history, messages and JSON. */
  public String type() {
    return type;
  }

  /** Whether the same step may succeed when simply tried again. */
  public boolean retryable() {
    return retryable;
  }
}
