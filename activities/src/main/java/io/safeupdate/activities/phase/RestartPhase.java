package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.Facts.Quiesced;
import io.safeupdate.activities.host.Facts.RestartBegan;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.activity.RestartActivities;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the new version's containers in the place of the old ones, and takes them away again. */
public final class RestartPhase implements RestartActivities {
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Host host;
  private final OldVersion oldVersion;

  public RestartPhase(Host host) {
    this.host = host;
    this.oldVersion = new OldVersion(host);
  }

  @Override
  public String restart(Step step) {
    return host.heartbeats().during(progress -> restart(step, progress));
  }

  private String restart(Step step, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    ComposeProject project = deployment.project(before);
    ComposeModel target = host.compose().config(project);
    Services services = new Services(before);
    MigrationMark.setWhereStartMigrates(record, host.clock());
    record.once(RestartBegan.class, () -> new RestartBegan(host.clock().instant()));
    if (Overrides.in(record).restart(deployment.config().update()) == RestartMode.ALL) {
      host.compose().down(project, GRACE, progress);
    }
    services.dropped(target).forEach(it -> host.engine().remove(it.id()));
    host.compose().up(project, services.wanted(target), progress);
    restorePolicies(before);
    return summary(before, record);
  }

  /**
   * A container that nothing changed was stopped without its policy and started again by Compose.
   */
  private void restorePolicies(Baseline before) {
    before.containers().stream()
        .filter(it -> host.engine().container(it.id()).isPresent())
        .forEach(it -> host.engine().restartPolicy(it.id(), it.restartPolicy()));
  }

  private String summary(Baseline before, OperationRecord record) {
    String replaced = services(newContainers(before));
    String startedAgain = services(quiesced(record));
    return Stream.of(
            replaced.isEmpty() ? "" : "replaced " + replaced,
            startedAgain.isEmpty() ? "" : "started " + startedAgain + " again")
        .filter(words -> !words.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElse("nothing changed");
  }

  private static String services(List<Container> containers) {
    return containers.stream()
        .map(it -> it.service().orElse(it.name()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The database service's container stays: the way back needs it, and it holds no new code. */
  @Override
  public String remove(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    Baseline before = deployment.record(step).get(Baseline.class);
    List<Container> removed =
        newContainers(before).stream()
            .filter(it -> !deployment.isDatabase(it.service().orElse("")))
            .toList();
    stop(removed);
    removed.forEach(it -> host.engine().remove(it.id()));
    stop(quiesced(deployment.record(step)));
    return Amounts.count(removed.size(), "container") + " of the new version removed";
  }

  private void stop(List<Container> containers) {
    containers.forEach(it -> host.engine().restartPolicy(it.id(), "no"));
    containers.parallelStream().forEach(it -> host.engine().stop(it.id()));
  }

  /**
   * Old containers that were stopped for the update and run again, since nothing replaced them:
   * they have loaded the new files, and they write to the database that goes.
   */
  private List<Container> quiesced(OperationRecord record) {
    return record.find(Quiesced.class).map(Quiesced::containers).orElse(List.of()).stream()
        .map(host.engine()::container)
        .flatMap(Optional::stream)
        .filter(Container::isRunning)
        .toList();
  }

  private List<Container> newContainers(Baseline before) {
    Set<String> old =
        before.containers().stream().map(RunningContainer::id).collect(Collectors.toSet());
    return host.engine().containers(before.project(), false).stream()
        .filter(it -> !old.contains(it.id()))
        .toList();
  }

  @Override
  public Verified startOld(Step step) {
    return host.heartbeats().during(progress -> oldVersion.start(step, progress));
  }

  @Override
  public Verified verifyHealth(Step step) {
    return host.heartbeats().during(progress -> oldVersion.verify(step, progress));
  }
}
