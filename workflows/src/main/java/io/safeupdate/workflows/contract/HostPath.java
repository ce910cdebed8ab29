package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * Paths on the host that runs a deployment, as requests may hold them. Which of them may be used is
 * the host's to say.
 */
final class HostPath {
  private static final int LONGEST = 4000;

  private HostPath() {}

  /** What is wrong with the path that a request has under a key. */
  static Optional<String> defect(String key, String path) {
    if (path == null || path.isBlank()) {
      return Optional.of("the input names no " + key + ".");
    }
    boolean usable =
        path.startsWith("/")
            && path.length() <= LONGEST
            && path.chars().noneMatch(Character::isISOControl);
    return usable
        ? Optional.empty()
        : Optional.of("\"" + key + "\" must be an absolute path on the deployment's host.");
  }
}
