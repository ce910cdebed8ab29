package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.health.Expectation.ExpectedService;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.config.HealthConfig;
import io.safeupdate.config.HttpProbe;
import java.util.List;
import java.util.Optional;

/** Which services belong to a version, judged by what ran before. */
final class Services {
  private final Baseline before;

  Services(Baseline before) {
    this.before = before;
  }

  /**
   * Services of the new version: those that had a container, and those that are new. One that the
   * compose files knew and nobody started is left alone.
   */
  List<String> wanted(ComposeModel target) {
    return target.services().keySet().stream()
        .filter(service -> !before.of(service).isEmpty() || !before.services().contains(service))
        .sorted()
        .toList();
  }

  /** Services that the old version had and the new one has not. */
  List<RunningContainer> dropped(ComposeModel target) {
    return before.containers().stream()
        .filter(it -> before.services().contains(it.service()))
        .filter(it -> !target.services().containsKey(it.service()))
        .toList();
  }

  List<ExpectedService> expected(ComposeModel target, PreparedImages prepared) {
    return wanted(target).stream()
        .map(
            service ->
                new ExpectedService(
                    service, prepared.of(service).map(PreparedImage::id), mayEnd(service)))
        .toList();
  }

  /** What the old version must show: what ran runs again, on the image it ran on. */
  List<ExpectedService> recorded() {
    return before.containers().stream()
        .filter(RunningContainer::running)
        .map(it -> new ExpectedService(it.service(), Optional.of(it.imageId()), false))
        .distinct()
        .toList();
  }

  /** A job, or one that is new; not one that had fallen over. */
  private boolean mayEnd(String service) {
    return !before.ran(service) && before.of(service).stream().allMatch(it -> it.exitCode() == 0);
  }

  /**
   * Probes that a new version must pass: those that passed before. Where none did, all: something
   * must show that the new version is healthy.
   */
  List<HttpProbe> requiredProbes(HealthConfig health) {
    List<HttpProbe> passed = passedProbes(health);
    return passed.isEmpty() ? health.http() : passed;
  }

  /** Probes that passed before: all that can be asked of the old version. */
  List<HttpProbe> passedProbes(HealthConfig health) {
    return health.http().stream()
        .filter(probe -> before.probes().getOrDefault(probe.url().toString(), false))
        .toList();
  }
}
