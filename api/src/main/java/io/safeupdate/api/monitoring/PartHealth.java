package io.safeupdate.api.monitoring;

import java.util.Optional;

/**
 * How a part is.
 *
 * @param message what is wrong with it; of a healthy one, what there is to know
 */
public record PartHealth(boolean healthy, Optional<String> message) {

  public static PartHealth well() {
    return new PartHealth(true, Optional.empty());
  }

  public static PartHealth well(String message) {
    return new PartHealth(true, Optional.of(message));
  }

  public static PartHealth ill(String message) {
    return new PartHealth(false, Optional.of(message));
  }
}
