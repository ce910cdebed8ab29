package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Which strategy is chosen. */
public enum RestoreMode {
  /** The first that fits. */
  AUTO,
  SNAPSHOT,
  SWAP,
  COMMAND;

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
  public static RestoreMode of(String word) {
    return Arrays.stream(values())
        .filter(value -> value.label().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown word \"" + word + "\": it is one of " + Arrays.toString(values())));
  }
}
