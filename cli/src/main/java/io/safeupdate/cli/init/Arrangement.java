package io.safeupdate.cli.init;

import java.util.List;
import java.util.Optional;

/**
 * How the application runs: the Compose call that describes it, and its containers.
 *
 * @param containers empty when it does not run
 */
record Arrangement(ComposeCall call, ComposeFacts model, List<ComposeContainer> containers) {
  Arrangement {
    containers = List.copyOf(containers);
  }

  /** A running container of a service. */
  Optional<ComposeContainer> container(String service) {
    return containers.stream()
        .filter(container -> container.running() && container.service().equals(service))
        .findFirst();
  }
}
