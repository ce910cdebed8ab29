package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.PreparedImages.Backend;
import io.safeupdate.config.HttpProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who answers a probe behind a proxy that publishes the port and does not change itself: else a
 * trial would have nothing to try. Nothing is guessed: the running containers are asked directly,
 * and one that answers as the probe wants is behind it.
 */
final class Backends {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Deployment deployment;
  private final Baseline before;
  private final Set<String> replaced;
  private final HttpProbes probes;

  /**
   * @param replaced services of the new version that are not as they were
   */
  Backends(Deployment deployment, Baseline before, Set<String> replaced) {
    this.deployment = deployment;
    this.before = before;
    this.replaced = replaced;
    this.probes = deployment.host().probes().within(PATIENCE);
  }

  List<Backend> behind(ComposeModel target) {
    List<Backend> found = new ArrayList<>();
    for (HttpProbe probe : new Services(before).passedProbes(deployment.config().health())) {
      boolean unchanged =
          TrialTarget.published(target, probe)
              .map(ComposeService::name)
              .filter(replaced::contains)
              .isEmpty();
      if (unchanged && probe.service().isEmpty()) {
        candidates().forEach(it -> answering(it, probe).ifPresent(found::add));
      }
    }
    return found;
  }

  /** One container for each service that is replaced and may serve. */
  private List<RunningContainer> candidates() {
    return replaced.stream()
        .filter(service -> !deployment.isDatabase(service))
        .flatMap(service -> before.of(service).stream().filter(RunningContainer::running).limit(1))
        .toList();
  }

  private Optional<Backend> answering(RunningContainer container, HttpProbe probe) {
    List<String> addresses = deployment.host().engine().addresses(container.id());
    return ListeningPorts.of(deployment.host().engine(), container.id()).stream()
        .filter(port -> addresses.stream().anyMatch(at -> probes.askAt(probe, at, port).passed()))
        .map(port -> new Backend(probe.url().toString(), container.service(), port))
        .findFirst();
  }
}
