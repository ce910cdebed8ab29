package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How much an inspection looks at; each includes what is above it. */
public enum Depth {
  /** Checkout, services, restore points. Seconds. */
  STATUS,
  /** The backups as well. */
  BACKUPS,
  /** The archives of user files as well. */
  MEDIA,
  /** All checks of preflight. */
  CHECKS,
  /** What an update would do: builds the images under tags of its own, and drops them. */
  PLAN;

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
  public static Depth of(String word) {
    return Arrays.stream(values())
        .filter(value -> value.label().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown word \"" + word + "\": it is one of " + Arrays.toString(values())));
  }
}
