package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.Waiting;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has happened so far, and its three faces: the answer of the query, the search attributes,
 * and the details that the Temporal Web UI shows.
 */
final class Timeline {
  /** The undos of phases that nobody notices. */
  private static final Set<String> HARMLESS =
      Arrays.stream(Phase.values())
          .filter(phase -> !phase.isNoticed())
          .map(Step::undo)
          .collect(Collectors.toUnmodifiableSet());

  private final PhaseTable phases = new PhaseTable();
  private final PhaseTable undos = new PhaseTable();
  private final List<String> notes = new ArrayList<>();
  private String deployment = "";
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<String> from = Optional.empty();
  private Optional<String> to = Optional.empty();
  private Optional<String> restorePoint = Optional.empty();
  private Optional<Strategy> strategy = Optional.empty();
  private Optional<FailureReport> failure = Optional.empty();
  private Optional<Waiting> waiting = Optional.empty();
  private Optional<OperationType> type = Optional.empty();
  private Optional<String> made = Optional.empty();
  private double downtimeSeconds;

  /**
   * @param planned the phases that the operation may have
   */
  void open(OperationType kind, String name, List<Phase> planned) {
    type = Optional.of(kind);
    deployment = name;
    planned.forEach(phase -> phases.pending(phase.label()));
    attribute(SearchAttributes.HOST, OperationId.hostOf(Workflow.getInfo().getTaskQueue()));
    attribute(SearchAttributes.DEPLOYMENT, name);
  }

  void start(Phase phase) {
    phases.start(phase.label());
    attribute(SearchAttributes.PHASE, phase.label());
    show();
  }

  void done(Phase phase, String summary) {
    phases.done(phase.label(), summary);
    failure = Optional.empty();
    show();
  }

  void skip(Phase phase, String reason) {
    phases.skip(phase.label(), reason);
    show();
  }

  /** Marks what will not run any more. */
  void skipRest(String reason) {
    phases.skipPending(reason);
    show();
  }

  void failed(Phase phase, TemporalFailure reason) {
    phases.failed(phase.label(), reason);
    failure = Optional.of(Failures.report(phase.label(), reason));
    show();
  }

  /** What the failure, or what was left to recover, looked like lies in a folder of the host. */
  void kept(String folder) {
    if (failure.isEmpty()) {
      note("What was left looked like this, before anything was undone: " + folder);
    }
    failure = failure.map(it -> it.withLogs(folder));
    show();
  }

  /** The operation gives up; a failure outside of any phase counts as preflight's. */
  void failed(TemporalFailure reason) {
    if (failure.isEmpty()) {
      failed(Phase.PREFLIGHT, reason);
    }
    phases.skipPending("not reached");
    show();
  }

  void startUndo(String name) {
    undos.start(name);
    attribute(SearchAttributes.PHASE, name);
    show();
  }

  void undone(String name, String summary) {
    undos.done(name, summary);
    show();
  }

  void undoFailed(String name, TemporalFailure reason) {
    undos.failed(name, reason);
    show();
  }

  void commits(String current, String target) {
    from = Optional.of(current);
    to = Optional.of(target);
    attribute(SearchAttributes.FROM_COMMIT, current);
    attribute(SearchAttributes.TO_COMMIT, target);
  }

  /** This operation ends another one. */
  void takesOver(Unfinished operation) {
    from = operation.from();
    to = operation.to();
    restorePoint = operation.restorePoint();
    strategy = operation.strategy();
    from.ifPresent(commit -> attribute(SearchAttributes.FROM_COMMIT, commit));
    to.ifPresent(commit -> attribute(SearchAttributes.TO_COMMIT, commit));
  }

  void strategy(Strategy chosen) {
    strategy = Optional.of(chosen);
  }

  void restorePoint(String id) {
    restorePoint = Optional.of(id);
  }

  /** The backup or archive that the operation is about. */
  void made(String name) {
    made = Optional.of(name);
  }

  void downtime(double seconds) {
    downtimeSeconds = seconds;
  }

  void note(String text) {
    notes.add(text);
  }

  /** The operation stands although its last phase failed. */
  void forgive(String text) {
    failure = Optional.empty();
    note(text);
  }

  void notes(List<String> more) {
    notes.addAll(more);
  }

  void outcome(Outcome ending) {
    outcome = Optional.of(ending);
    attribute(SearchAttributes.OUTCOME, ending.name());
    show();
  }

  /** How the operation ends once its way back is done. */
  Outcome comeBackOutcome(TemporalFailure cause) {
    if (Failures.isCancelled(cause)) {
      return Outcome.CANCELLED;
    }
    return undos.all(HARMLESS::contains) ? Outcome.REJECTED : Outcome.ROLLED_BACK;
  }

  void waiting(Waiting decision) {
    waiting = Optional.of(decision);
    mark(decision.about(), PhaseStatus.WAITING);
    if (decision.until().isEmpty()) {
      outcome = Optional.of(Outcome.NEEDS_ATTENTION);
      attribute(SearchAttributes.OUTCOME, Outcome.NEEDS_ATTENTION.name());
    }
    show();
  }

  void waitingOver() {
    waiting.ifPresent(over -> mark(over.about(), PhaseStatus.FAILED));
    waiting = Optional.empty();
    if (outcome.isPresent()) {
      outcome = Optional.empty();
      Workflow.upsertTypedSearchAttributes(SearchAttributes.OUTCOME.valueUnset());
    }
    show();
  }

  private void mark(String name, PhaseStatus status) {
    phases.mark(name, status);
    undos.mark(name, status);
  }

  /** Somebody wanted the operation to stop. */
  void cancelled(Optional<String> reason) {
    reason.filter(it -> !it.isBlank()).ifPresent(it -> note("cancelled: " + it));
  }

  void decided(Decision decision) {
    notes.add(
        decision.by().orElse("somebody")
            + " decided: "
            + decision.decision().label()
            + decision.reason().map(reason -> " (" + reason + ")").orElse(""));
  }

  OperationProgress progress() {
    return new OperationProgress(
        Workflow.getInfo().getRunId(),
        deployment,
        outcome,
        from,
        to,
        restorePoint,
        strategy,
        phases.reports(),
        failure,
        undos.isEmpty() ? Optional.empty() : Optional.of(undos.reports()),
        downtimeSeconds,
        notes,
        waiting,
        type,
        made);
  }

  OperationResult result(Outcome ending) {
    return progress().result(ending);
  }

  private void show() {
    Workflow.setCurrentDetails(Markdown.of(progress()));
  }

  private static void attribute(SearchAttributeKey<String> key, String value) {
    Workflow.upsertTypedSearchAttributes(key.valueSet(value));
  }
}
