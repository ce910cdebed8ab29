package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeService;
import java.util.List;
import java.util.Optional;

/** When an image that is not built is pulled; Compose's own key, read for an update. */
enum PullPolicy {
  /** Not said: pulled where the registry answers, since a tag such as {@code latest} moves. */
  DEFAULT,
  ALWAYS,
  MISSING,
  NEVER;

  static PullPolicy of(List<ComposeService> users) {
    return users.stream()
        .map(ComposeService::pullPolicy)
        .flatMap(Optional::stream)
        .findFirst()
        .map(PullPolicy::of)
        .orElse(DEFAULT);
  }

  private static PullPolicy of(String word) {
    return switch (word) {
      case "always" -> ALWAYS;
      case "missing", "if_not_present" -> MISSING;
      case "never", "build" -> NEVER;
      default -> DEFAULT;
    };
  }
}
