package io.safeupdate.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How an update of a deployment goes.
 *
 * @param trial whether the new version proves itself beside the running one first
 * @param trialRestore whether a backup is restored into a scratch database to verify it
 * @param media whether an archive of the user files goes into the restore point
 * @param holdFor how long {@link OnFailure#HOLD} waits for a decision before it rolls back
 * @param stepTimeout how long one step may take before it counts as failed
 */
public record UpdateConfig(
    Quiesce quiesce,
    boolean trial,
    Restart restart,
    OnFailure onFailure,
    RestoreMode restoreMode,
    boolean trialRestore,
    LocalChanges localChanges,
    CheckoutReturn checkout,
    boolean media,
    Duration holdFor,
    Duration stepTimeout) {

  /**
   * How long a command in a step may take: less than the step, so that there is time to say what
   * took so long.
   */
  public Duration commandTimeout() {
    return stepTimeout.dividedBy(6).multipliedBy(5);
  }

  /** When the writers stop. */
  public enum Quiesce {
    /** When a migration is to run. */
    AUTO,
    /** In every update. */
    ALWAYS
  }

  /** What is recreated at the end. */
  public enum Restart {
    CHANGED,
    ALL
  }

  /** What follows when a phase fails. */
  public enum OnFailure {
    ROLLBACK,
    /** Waits for a person first. */
    HOLD
  }

  /** How the database would be brought back. */
  public enum RestoreMode {
    /** The first that fits. */
    AUTO,
    /** A copy of the database, taken before the migration, takes its place. */
    SNAPSHOT,
    /** The backup, restored beside the live database, takes its place. */
    SWAP,
    /** The application's own restore command. */
    COMMAND
  }

  /** What happens when tracked files of the checkout were edited. */
  public enum LocalChanges {
    REFUSE
  }

  /** What brings the files of the checkout back. */
  public enum CheckoutReturn {
    /** Its commit alone: what git does not track stays as it is. */
    GIT,
    /** A copy of all of it, taken into the restore point. */
    COPY
  }

  /** What the file's keys mean when they are left out. */
  public static UpdateConfig defaults() {
    return new UpdateConfig(
        Quiesce.AUTO,
        true,
        Restart.CHANGED,
        OnFailure.ROLLBACK,
        RestoreMode.AUTO,
        false,
        LocalChanges.REFUSE,
        CheckoutReturn.GIT,
        false,
        Duration.ofHours(1),
        Duration.ofHours(6));
  }

  static Optional<UpdateConfig> read(Section section) {
    UpdateConfig defaults = defaults();
    return Optional.of(
        new UpdateConfig(
            section.choice("quiesce", defaults.quiesce),
            section.optional("trial", Parsers::truth).orElse(defaults.trial),
            section.choice("restart", defaults.restart),
            section.choice("onFailure", defaults.onFailure),
            section.choice("restoreMode", defaults.restoreMode),
            section.optional("trialRestore", Parsers::truth).orElse(defaults.trialRestore),
            section.choice("localChanges", defaults.localChanges),
            section.choice("checkout", defaults.checkout),
            section.optional("media", Parsers::truth).orElse(defaults.media),
            section.optional("holdFor", Durations::positive).orElse(defaults.holdFor),
            section.optional("stepTimeout", Durations::positive).orElse(defaults.stepTimeout)));
  }
}
