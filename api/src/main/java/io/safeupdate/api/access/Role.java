package io.safeupdate.api.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.safeupdate.workflows.contract.OperationType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do; each may do what those before it may. The words are stored. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Starts and steers what keeps the deployment's own data. */
  OPERATOR,
  /** Also replaces data by other data. */
  ADMIN;

  /** Whether this may do what takes the other. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** Who may start, retry, decide and cancel operations of a type. */
  public static Role toRun(OperationType type) {
    return switch (type) {
      case UPDATE, ROLLBACK, RECOVERY, BACKUP, EXPORT, KEEP, MEDIA_BACKUP -> OPERATOR;
      case RESTORE, COPY, IMPORT, MEDIA_RESTORE -> ADMIN;
    };
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException naming the words that are known
   */
  @JsonCreator
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.label().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown role \"" + word + "\": it is one of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
  }
}
