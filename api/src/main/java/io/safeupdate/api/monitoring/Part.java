package io.safeupdate.api.monitoring;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.workflows.client.ServerAwayException;
import java.util.Optional;

/**
 * Something that the host depends on.
 *
 * @param name its key, such as {@code engine}
 */
public record Part(String name, Check check) {

  /** Looks at a part. */
  @FunctionalInterface
  public interface Check {
    /** How it is now. May block, but not for ever: it is not asked again before it answered. */
    PartHealth look();
  }

  /** The Temporal server. */
  public static Part temporal(HostOperations operations) {
    return new Part("temporal", () -> temporalHealth(operations));
  }

  private static PartHealth temporalHealth(HostOperations operations) {
    try {
      operations.list(Optional.empty(), 1);
      return PartHealth.well();
    } catch (ServerAwayException away) {
      return PartHealth.ill(away.getMessage());
    }
  }
}
