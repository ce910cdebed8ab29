package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an update would bring the database back; decided in {@code prepare}. */
public enum Strategy {
  /** No migration is pending: the database is not touched, so there is nothing to bring back. */
  NONE,
  /** A copy is taken beside the quiesced database; the way back is two renames. */
  SNAPSHOT,
  /** The backup of the quiesced database is restored beside it, verified and swapped in. */
  SWAP,
  /** The application's own restore command, its effect verified. A person chose it. */
  COMMAND;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the backup is the way back, so that writers must stop before it is made. */
  public boolean restoresFromBackup() {
    return this == SWAP || this == COMMAND;
  }
}
