package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.DeploymentLock.Owner;
import io.safeupdate.activities.host.Facts.Undertaking;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operation left that still holds the deployment's lock although its run has ended. */
final class Stranded {
  private static final Logger LOG = LoggerFactory.getLogger(Stranded.class);

  private final Deployment deployment;
  private final Owner owner;
  private final OperationRecord record;
  private final StepJournal journal;

  private Stranded(Deployment deployment, Owner owner) {
    Host host = deployment.host();
    this.deployment = deployment;
    this.owner = owner;
    this.record = new OperationRecord(host.state().operation(deployment.name(), owner.operation()));
    this.journal = new StepJournal(record.directory(), host.clock());
  }

  /** Of whoever holds the lock; empty when nobody does, or its run is open. */
  static Optional<Stranded> in(Deployment deployment) {
    return deployment
        .lock()
        .owner()
        .filter(owner -> !deployment.host().runs().isOpen(owner))
        .map(owner -> new Stranded(deployment, owner));
  }

  /** Tidies up after an operation that left nothing to bring back, so that a step may begin. */
  static void settleIn(Deployment deployment, Step step) {
    in(deployment)
        .filter(stranded -> !stranded.operation().equals(step.operation()))
        .filter(Stranded::isSettled)
        .ifPresent(Stranded::settle);
  }

  String operation() {
    return owner.operation();
  }

  /**
   * Whether there is nothing to bring back: the new version had been verified, nothing had been
   * touched yet, or the old version runs again.
   */
  boolean isSettled() {
    return stands() || !hasTouched() || journal.isDone(Step.START_OLD);
  }

  private boolean hasTouched() {
    return isUpdate()
        ? reached().filter(phase -> phase.compareTo(Phase.PREPARE) > 0).isPresent()
        : begun().stream().anyMatch(Phase::isNoticed);
  }

  private boolean isUpdate() {
    return record.find(Undertaking.class).isEmpty();
  }

  /** Removes what a settled operation would have removed itself, and gives its lock back. */
  void settle() {
    Step step = new Step(owner.workflowId(), owner.operation(), deployment.name(), Step.RELEASE, 1);
    MediaWork media = new MediaWork(deployment, step);
    if (stands()) {
      media.finish();
    } else {
      media.back();
    }
    if (stands() || !isUpdate()) {
      Prepares.drop(deployment, step);
      Exports.dropUnfinished(deployment, step);
      record.find(Baseline.class).ifPresent(before -> Pins.release(deployment, before));
      removeWhatIsBeside(step);
    } else {
      new PreparePhase(deployment.host()).drop(step);
    }
    deployment.lock().release(step);
  }

  /** What only takes room keeps nobody from beginning. */
  private void removeWhatIsBeside(Step step) {
    if (record.find(Baseline.class).flatMap(Baseline::database).isEmpty()) {
      return;
    }
    try {
      new RestorePhase(deployment.host()).drop(step);
      new Arrival(deployment, step).remove();
    } catch (StepFailure failure) {
      LOG.warn("tidying up after {}: {}", step.operation(), failure.getMessage());
    }
  }

  Unfinished unfinished() {
    Optional<Baseline> before = record.find(Baseline.class);
    return new Unfinished(
        owner.workflowId(),
        owner.operation(),
        reached(),
        stands(),
        before.map(Baseline::from),
        before.map(Baseline::to),
        before
            .map(Baseline::restorePoint)
            .flatMap(deployment.restorePoints()::find)
            .map(RestorePoint::id),
        record.find(PreparedImages.class).map(prepared -> prepared.answer().strategy()),
        isUpdate() ? Optional.empty() : Optional.of(begun()));
  }

  private boolean stands() {
    return journal.isDone(Phase.VERIFY.label());
  }

  private Optional<Phase> reached() {
    return begun().stream().reduce((earlier, later) -> later);
  }

  /** In the order in which people are shown them; for other operations, in which they began. */
  private List<Phase> begun() {
    Map<String, Phase> phases = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      phases.put(phase.label(), phase);
    }
    Stream<Phase> begun =
        isUpdate()
            ? phases.values().stream().filter(phase -> journal.began(phase.label()))
            : journal.entries().stream().map(entry -> phases.get(entry.step()));
    return begun.filter(Objects::nonNull).distinct().toList();
  }
}
