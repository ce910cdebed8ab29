package io.safeupdate.config;

import java.util.Collection;

/** A name stands for no deployment of this host. */
public final class UnknownDeploymentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownDeploymentException(String name, Collection<String> known) {
    super(
        "No deployment is named \"%s\" (%s)".formatted(Shown.printable(name), remedy(name, known)));
  }

  private static String remedy(String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "the configuration has none: add one with `safe-update init DIR`";
    }
    String all = "the configuration has: " + String.join(", ", known);
    return Nearest.of(name, known).map(near -> "did you mean \"" + near + "\"? " + all).orElse(all);
  }
}
