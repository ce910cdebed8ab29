package io.safeupdate.activities.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Containers for tests. */
final class Containers {
  private Containers() {}

  static Container with(String status, String service) {
    return with(status, Optional.of(service), 0);
  }

  static Container ended(int exitCode) {
    return with("exited", Optional.empty(), exitCode);
  }

  private static Container with(String status, Optional<String> service, int exitCode) {
    return new Container(
        "existing-id",
        "existing",
        service,
        1,
        "sha256:0",
        status,
        exitCode,
        Optional.empty(),
        0,
        Instant.EPOCH,
        Optional.empty(),
        Map.of(),
        List.of(),
        "no",
        Map.of());
  }
}
