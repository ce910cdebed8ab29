package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.health.Ports;
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

  /** Finds the services behind the probes: as configured, or by the port they publish. */
  static List<TrialTarget> of(ComposeModel model, List<HttpProbe> probes) {
    Map<String, TrialTarget> found = new LinkedHashMap<>();
    for (HttpProbe probe : probes) {
      model.services().values().stream()
          .filter(service -> port(service, probe).isPresent())
          .findFirst()
          .ifPresent(service -> add(found, service, probe));
    }
    return List.copyOf(found.values());
  }

  private static void add(Map<String, TrialTarget> found, ComposeService service, HttpProbe probe) {
    found
        .computeIfAbsent(service.name(), name -> new TrialTarget(name, new LinkedHashMap<>()))
        .probes()
        .computeIfAbsent(port(service, probe).orElseThrow(), port -> new ArrayList<>())
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
