package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.Facts.Quiesced;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.QuiesceActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stops the writers. Their restart policy is taken off first, because an engine that restarts would
 * start a stopped container with the policy {@code always}, and it would write.
 */
public final class QuiescePhase implements QuiesceActivities {
  private static final String NO_RESTART = "no";

  private final Host host;

  public QuiescePhase(Host host) {
    this.host = host;
  }

  @Override
  public String quiesce(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    List<RunningContainer> writers = writers(deployment, record);
    record.once(
        Quiesced.class,
        () ->
            new Quiesced(
                host.clock().instant(), writers.stream().map(RunningContainer::id).toList()));
    host.heartbeats().duringUninterrupted(progress -> stopAll(writers));
    return "stopped " + String.join(", ", names(writers));
  }

  /** All stop at once: one that ignores the signal costs its whole grace period. */
  private Void stopAll(List<RunningContainer> writers) {
    writers.parallelStream().forEach(writer -> stop(writer.id()));
    writers.forEach(writer -> confirmStopped(writer));
    return null;
  }

  private void stop(String id) {
    Engine engine = host.engine();
    if (engine.container(id).isPresent()) {
      engine.restartPolicy(id, NO_RESTART);
      engine.stop(id);
    }
  }

  private void confirmStopped(RunningContainer writer) {
    if (host.engine().container(writer.id()).filter(Container::isRunning).isPresent()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, writer.name() + " still runs after it was stopped");
    }
  }

  @Override
  public String resume(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    List<RunningContainer> writers = writers(deployment, record);
    List<RunningContainer> left =
        writers.stream().filter(it -> host.engine().container(it.id()).isPresent()).toList();
    left.forEach(this::start);
    return left.isEmpty() ? "nothing to start again" : "started " + String.join(", ", names(left));
  }

  private void start(RunningContainer writer) {
    host.engine().restartPolicy(writer.id(), writer.restartPolicy());
    host.engine().start(writer.id());
  }

  private static List<RunningContainer> writers(Deployment deployment, OperationRecord record) {
    Baseline before = record.get(Baseline.class);
    Set<String> stopped = new HashSet<>();
    Optional<Prepared> update = record.find(PreparedImages.class).map(PreparedImages::answer);
    update.ifPresent(prepared -> stopped.addAll(prepared.stopBeforePull()));
    if (update.filter(prepared -> prepared.strategy() == Strategy.NONE).isEmpty()) {
      stopped.addAll(deployment.writers(before));
    }
    return before.containers().stream()
        .filter(it -> it.running() || comesUpByItself(it))
        .filter(it -> stopped.contains(it.service()))
        .toList();
  }

  /** One that falls over and is started again by the engine, and then writes. */
  private static boolean comesUpByItself(RunningContainer container) {
    return container.exitCode() != 0 && !container.restartPolicy().equals(NO_RESTART);
  }

  private static List<String> names(List<RunningContainer> containers) {
    return containers.stream().map(RunningContainer::service).distinct().toList();
  }
}
