package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The named parts of an update, in the order in which people are shown them. */
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
  FINISH;

  /** The word people and JSON know it by, such as {@code preflight}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
