package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a deployment does by itself, in the order in which people are shown it. */
public enum ScheduledTask {
  BACKUP("backup"),
  TRIAL_RESTORE("trialRestore"),
  MEDIA("media"),
  EXPORT("export");

  private final String label;

  ScheduledTask(String label) {
    this.label = label;
  }

  /** The word people, JSON and the configuration know it by. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException naming the words that are known
   */
  @JsonCreator
  public static ScheduledTask of(String word) {
    return Arrays.stream(values())
        .filter(task -> task.label.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown word \"" + word + "\": it is one of " + Arrays.toString(values())));
  }
}
