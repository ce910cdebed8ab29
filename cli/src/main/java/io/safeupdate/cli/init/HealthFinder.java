package io.safeupdate.cli.init;

import io.safeupdate.config.HealthConfig;
import io.safeupdate.config.HttpProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds a page that tells whether the application is well: one that answers 2xx now. */
final class HealthFinder {
  private static final List<String> PATHS =
      List.of("/health/", "/healthz", "/health", "/healthz/", "/ht/", "/up", "/");

  private final HttpStatus http;
  private final Findings findings;

  HealthFinder(HttpStatus http, Findings findings) {
    this.http = http;
    this.findings = findings;
  }

  /**
   * Asks the published ports of the services.
   *
   * @param services the application's own first; others only speak where none of those does
   */
  HealthConfig find(List<ServiceFacts> services) {
    List<HttpProbe> probes = new ArrayList<>();
    for (ServiceFacts service : services) {
      boolean isNeeded = probes.isEmpty() || ImageRole.of(service) == ImageRole.APPLICATION;
      if (isNeeded) {
        probe(service).ifPresent(probes::add);
      }
    }
    if (probes.isEmpty()) {
      findings.add("health.http", "none", "no published port answered 2xx");
      findings.warn(
          "nothing answered over HTTP, so the state of the containers decides alone whether a"
              + " release is good: start the application and run init again with --force, or name"
              + " a page under health.http");
    }
    HealthConfig defaults = HealthConfig.defaults();
    return new HealthConfig(probes, defaults.timeout(), defaults.soak());
  }

  private Optional<HttpProbe> probe(ServiceFacts service) {
    for (ServiceFacts.Port port : service.ports()) {
      for (String host : hosts(port)) {
        for (String path : PATHS) {
          URI url = URI.create("http://" + host + ":" + port.published() + path);
          OptionalInt status = http.of(url);
          if (status.isPresent() && status.getAsInt() / 100 == 2) {
            return Optional.of(found(service, url, status.getAsInt()));
          }
          if (status.isEmpty()) {
            break; // Nobody speaks HTTP there: other paths would only cost time.
          }
        }
      }
    }
    return Optional.empty();
  }

  private HttpProbe found(ServiceFacts service, URI url, int status) {
    findings.add("health.http", url, service.name() + " answers " + status + " there");
    return new HttpProbe(url, status, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Frameworks may know this host by one of its names only. */
  private static List<String> hosts(ServiceFacts.Port port) {
    String address = port.hostAddress();
    boolean everywhere = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    if (everywhere || address.equals("127.0.0.1")) {
      return List.of("127.0.0.1", "localhost");
    }
    return List.of(address.contains(":") ? "[" + address + "]" : address);
  }
}
