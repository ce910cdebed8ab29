package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Comparator;

/** A version of the Engine API, such as 1.44. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /** The newest that the client library knows. Engine 29 asks for at least this one. */
  private static final ApiVersion NEWEST = new ApiVersion(1, 44);

  /** Engine 19.03. */
  private static final ApiVersion OLDEST = new ApiVersion(1, 40);

  static ApiVersion parse(String text) {
    String[] parts = text.split("\\.", -1);
    try {
      return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new StepFailure(
          FailureType.ENGINE_INCOMPATIBLE,
          "What answers in place of the Docker engine says API version \"%s\".".formatted(text),
          e);
    }
  }

  /**
   * The version to speak with an engine that speaks up to {@code newest} and from {@code oldest}.
   */
  static ApiVersion spokenWith(ApiVersion newest, ApiVersion oldest) {
    if (newest.compareTo(OLDEST) < 0) {
      throw new StepFailure(
          FailureType.ENGINE_INCOMPATIBLE,
          "The Docker engine speaks API %s; Safe Update needs %s. Upgrade it to Docker 19.03 or later."
              .formatted(newest, OLDEST));
    }
    ApiVersion shared = newest.compareTo(NEWEST) < 0 ? newest : NEWEST;
    return shared.compareTo(oldest) < 0 ? oldest : shared;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return Comparator.comparingInt(ApiVersion::major)
        .thenComparingInt(ApiVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
