package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that the parts of a deployment are found by. */
record Application(Checkout checkout, Arrangement arrangement, Docker docker) {

  List<ServiceFacts> services() {
    return List.copyOf(arrangement.model().services().values());
  }

  /** What a program prints in a service's running container; empty when none runs or it fails. */
  Optional<String> exec(String service, String... argv) {
    return arrangement
        .container(service)
        .flatMap(container -> docker.exec(container, List.of(argv)));
  }

  boolean runs(String service) {
    return arrangement.container(service).isPresent();
  }

  /** A tracked file's place on disk. */
  Path file(String tracked) {
    return checkout.root().resolve(tracked);
  }
}
