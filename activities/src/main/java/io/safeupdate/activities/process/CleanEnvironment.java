package io.safeupdate.activities.process;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of our environment that children may see. A stray {@code COMPOSE_PROJECT_NAME} or {@code
 * GIT_DIR} would silently send them to another project, and our own secrets are none of theirs.
 */
final class CleanEnvironment {
  private static final Set<String> KEPT =
      Set.of(
          Orphans.VARIABLE,
          "PATH",
          "HOME",
          "USER",
          "LANG",
          "TMPDIR",
          "DOCKER_HOST",
          "DOCKER_CONTEXT",
          "DOCKER_CONFIG",
          "DOCKER_CERT_PATH",
          "DOCKER_TLS_VERIFY",
          "SSH_AUTH_SOCK");

  private static final Set<String> PROXIES = Set.of("http_proxy", "https_proxy", "no_proxy");

  private CleanEnvironment() {}

  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> clean = new TreeMap<>(environment);
    clean.keySet().removeIf(name -> !isKept(name));
    return clean;
  }

  private static boolean isKept(String name) {
    return KEPT.contains(name)
        || name.startsWith("LC_")
        || name.startsWith("XDG_")
        || PROXIES.contains(name)
        || (PROXIES.contains(name.toLowerCase(Locale.ROOT))
            && name.equals(name.toUpperCase(Locale.ROOT)));
  }
}
