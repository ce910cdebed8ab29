package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What happens when a phase fails. */
public enum OnFailure {
  /** Compensate at once. */
  ROLLBACK,
  /** Wait for a decision first; a timer rolls back. */
  HOLD;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a word in any case.
   *
   * @throws IllegalArgumentException naming the words that are known
   */
  @JsonCreator
  public static OnFailure of(String word) {
    return Arrays.stream(values())
        .filter(value -> value.label().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown word \"" + word + "\": it is one of " + Arrays.toString(values())));
  }
}
