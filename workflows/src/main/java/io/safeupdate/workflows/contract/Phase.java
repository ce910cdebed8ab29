package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The named parts of operations: first those of an update, in the order in which people are shown
 * them, then those that only other operations have. Stored.
 */
public enum Phase {
  PREFLIGHT,
  PREPARE,
  BACKUP,
  QUIESCE,
  SNAPSHOT,
  RECORD,
  PULL,
  MIGRATE,
  TRIAL,
  REBUILD,
  RESTART,
  VERIFY,
  FINISH,
  /** A backup is restored into a scratch database and compared. */
  TRIAL_RESTORE,
  /** A backup goes from one host's or deployment's database service to another's. */
  TRANSFER,
  /** A backup is restored into a database beside the live one, and compared. */
  RESTORE,
  /** A statement file of the host's runs in a database that is not live yet. */
  AFTER_COPY,
  /** A database takes the live one's place by its name. */
  SWAP,
  /** The checkout goes to a recorded commit. */
  CHECKOUT,
  /** What was stopped is started again. */
  RESUME,
  /** Backups are written into a directory of the host. */
  EXPORT,
  /** A file of the host becomes a backup. */
  IMPORT,
  /** A backup or an archive is pinned. */
  KEEP,
  /** User files are written into an archive. */
  ARCHIVE,
  /** An archive is unpacked beside the user files. */
  UNPACK,
  /** Unpacked files take the user files' place. */
  EXCHANGE;

  private static final Set<Phase> UNNOTICED =
      EnumSet.of(
          PREFLIGHT,
          PREPARE,
          BACKUP,
          RECORD,
          FINISH,
          TRIAL_RESTORE,
          TRANSFER,
          RESTORE,
          AFTER_COPY,
          EXPORT,
          IMPORT,
          KEEP,
          ARCHIVE,
          UNPACK);

  /**
   * Whether the application may notice the phase: from the first such phase on, the last act of
   * every way back is that it runs as it did. What others leave behind only takes room.
   */
  public boolean isNoticed() {
    return !UNNOTICED.contains(this);
  }

  /** The word people and JSON know it by, such as {@code preflight}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
