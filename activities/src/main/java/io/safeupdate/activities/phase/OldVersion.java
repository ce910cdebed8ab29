package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.health.Expectation;
import io.safeupdate.activities.health.HealthWatch;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.HealthConfig;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The last act of every way back: the recorded version runs, as healthy as it was. */
final class OldVersion {
  /** Long enough to see a container fall over, short because people wait for it. */
  private static final Duration SOAK = Duration.ofSeconds(3);

  private final Host host;

  OldVersion(Host host) {
    this.host = host;
  }

  /** A container that never stopped is not touched, whatever Compose would think of it today. */
  Verified start(Step step, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    startStopped(before);
    List<String> gone = gone(before);
    if (!gone.isEmpty()) {
      ComposeProject project = deployment.project(before);
      host.compose().up(project, gone, progress);
    }
    removeNewNetworks(before);
    Duration soak = shorter(deployment.config().health().soak(), SOAK);
    Instant answered = watch().await(expectation(deployment, before, soak), progress);
    String how = gone.isEmpty() ? "the old version runs" : "the old version runs again";
    return new Verified(how + ", as healthy as before", new Downtime(record).until(answered));
  }

  /** The containers that ran are as healthy as they were, and stay so. */
  Verified verify(Step step, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Duration soak = deployment.config().health().soak();
    Expectation expected = expectation(deployment, record.get(Baseline.class), soak);
    Instant answered = watch().await(expected, progress);
    return new Verified(
        "as healthy as before, and stayed so for " + soak.toSeconds() + " s",
        new Downtime(record).until(answered));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void startStopped(Baseline before) {
    ran(before)
        .map(it -> host.engine().container(it.id()))
        .flatMap(java.util.Optional::stream)
        .filter(it -> !it.isRunning())
        .map(Container::id)
        .forEach(host.engine()::start);
  }

  private List<String> gone(Baseline before) {
    return ran(before)
        .filter(it -> host.engine().container(it.id()).isEmpty())
        .map(RunningContainer::service)
        .distinct()
        .toList();
  }

  private static Stream<RunningContainer> ran(Baseline before) {
    return before.containers().stream().filter(RunningContainer::running);
  }

  private void removeNewNetworks(Baseline before) {
    host.engine().networks(before.project()).stream()
        .map(Engine.Network::id)
        .filter(id -> !before.networks().contains(id))
        .forEach(host.engine()::removeNetwork);
  }

  private Expectation expectation(Deployment deployment, Baseline before, Duration soak) {
    HealthConfig health = deployment.config().health();
    Services services = new Services(before);
    return new Expectation(
        before.project(),
        services.recorded(),
        services.passedProbes(health),
        health.timeout(),
        soak);
  }

  private HealthWatch watch() {
    return new HealthWatch(host.engine(), host.probes(), host.clock());
  }
}
