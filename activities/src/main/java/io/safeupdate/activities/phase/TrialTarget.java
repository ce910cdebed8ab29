package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.health.Ports;
import io.safeupdate.activities.host.PreparedImages.Backend;
import io.safeupdate.config.HttpProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that probes reach, and the probes by the container port they reach it on.
 *
 * @param probes by container port
 */
record TrialTarget(String service, Map<Integer, List<HttpProbe>> probes) {

  /**
   * Finds the services behind the probes: as configured, or by the port they publish.
   *
   * @param backends who answers a probe instead, behind a proxy
   */
  static List<TrialTarget> of(ComposeModel model, List<HttpProbe> probes, List<Backend> backends) {
    Map<String, TrialTarget> found = new LinkedHashMap<>();
    for (HttpProbe probe : probes) {
      List<Backend> behind = backends.stream().filter(it -> answers(it, probe)).toList();
      behind.forEach(it -> add(found, it.service(), it.port(), probe));
      if (behind.isEmpty()) {
        published(model, probe)
            .ifPresent(it -> add(found, it.name(), port(it, probe).orElseThrow(), probe));
      }
    }
    return List.copyOf(found.values());
  }

  /** The service that a probe reaches from outside. */
  static Optional<ComposeService> published(ComposeModel model, HttpProbe probe) {
    return model.services().values().stream()
        .filter(service -> port(service, probe).isPresent())
        .findFirst();
  }

  private static boolean answers(Backend backend, HttpProbe probe) {
    return backend.probe().equals(probe.url().toString());
  }

  private static void add(
      Map<String, TrialTarget> found, String service, int port, HttpProbe probe) {
    found
        .computeIfAbsent(service, name -> new TrialTarget(name, new LinkedHashMap<>()))
        .probes()
        .computeIfAbsent(port, number -> new ArrayList<>())
        .add(probe);
  }

  private static Optional<Integer> port(ComposeService service, HttpProbe probe) {
    if (probe.service().isPresent()) {
      return probe
          .service()
          .filter(service.name()::equals)
          .flatMap(name -> configured(service, probe));
    }
    String published = String.valueOf(Ports.of(probe.url()));
    return service.ports().stream()
        .filter(port -> port.published().filter(published::equals).isPresent())
        .map(ComposeService.Port::target)
        .findFirst();
  }

  private static Optional<Integer> configured(ComposeService service, HttpProbe probe) {
    return probe
        .port()
        .or(() -> service.ports().stream().map(ComposeService.Port::target).findFirst());
  }
}
