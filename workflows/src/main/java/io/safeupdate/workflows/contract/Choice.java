package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person can decide when an operation waits. */
public enum Choice {
  /** Try the failed step again. */
  RETRY,
  /** Give the update up and bring the old version back. */
  ROLLBACK,
  /** Stop trying: a person takes over, the deployment stays as it is. */
  ABANDON;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a choice in any case.
   *
   * @throws IllegalArgumentException naming the words that are known
   */
  @JsonCreator
  public static Choice of(String word) {
    for (Choice choice : values()) {
      if (choice.label().equalsIgnoreCase(word)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "unknown decision \"" + word + "\": it is one of retry, rollback, abandon");
  }
}
