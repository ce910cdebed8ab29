package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way back: undos, last in first out. Unlike Temporal's own {@code Saga} it stops at an undo
 * that fails (nothing may start on a half database), tells of each step, and waits for a person
 * rather than dropping an error. Run it detached.
 */
final class UndoStack {
  private static final List<Choice> CHOICES = List.of(Choice.RETRY, Choice.ABANDON);
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final Deque<Undo> undos = new ArrayDeque<>();
  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;

  UndoStack(Timeline timeline, Decisions decisions, Steps steps) {
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = steps;
  }

  void register(Phase phase, Function<Step, String> deed) {
    register(Step.undo(phase), deed);
  }

  /** Must be called before the deed whose undo this is. */
  void register(String name, Function<Step, String> deed) {
    undos.push(new Undo(name, deed, true));
  }

  /**
   * Like an undo, but what is left when it fails only takes room: the way back goes on and says so.
   */
  void registerCleanUp(Phase phase, Function<Step, String> deed) {
    registerCleanUp(Step.undo(phase), deed);
  }

  void registerCleanUp(String name, Function<Step, String> deed) {
    undos.push(new Undo(name, deed, false));
  }

  /**
   * Runs all undos.
   *
   * @return false when a person abandoned the way back, or the host does not know the operation;
   *     the undos that were left did not run
   */
  boolean run() {
    while (!undos.isEmpty()) {
      if (!undo(undos.peek())) {
        return false;
      }
      undos.pop();
    }
    return true;
  }

  private boolean undo(Undo undo) {
    for (int round = 1; ; round++) {
      Optional<TemporalFailure> failure = attempts(undo, steps.step(undo.name(), round));
      if (failure.isEmpty()) {
        return true;
      }
      if (!undo.essential()) {
        timeline.note(
            "%s left something: %s".formatted(undo.name(), Failures.message(failure.get())));
        return true;
      }
      if (Failures.isUnknownToHost(failure.get()) || ask(undo, failure.get()) == Choice.ABANDON) {
        return false;
      }
    }
  }

  private Optional<TemporalFailure> attempts(Undo undo, Step step) {
    Optional<TemporalFailure> failure = attempt(undo, step);
    for (int pauses = 1; mayPass(failure) && pauses < ATTEMPTS; pauses++) {
      pause(undo, pauses);
      failure = attempt(undo, step);
    }
    return failure;
  }

  private static boolean mayPass(Optional<TemporalFailure> failure) {
    return failure.filter(it -> !Failures.isUnknownToHost(it)).isPresent();
  }

  private Optional<TemporalFailure> attempt(Undo undo, Step step) {
    timeline.startUndo(undo.name());
    try {
      timeline.undone(undo.name(), Failures.known(() -> undo.deed().apply(step)));
      return Optional.empty();
    } catch (TemporalFailure failure) {
      timeline.undoFailed(undo.name(), failure);
      return Optional.of(failure);
    }
  }

  private static void pause(Undo undo, int pauses) {
    Workflow.newTimer(
            FIRST_PAUSE.multipliedBy(1L << (pauses - 1)),
            TimerOptions.newBuilder().setSummary("before trying " + undo.name() + " again").build())
        .get();
  }

  private Choice ask(Undo undo, TemporalFailure failure) {
    return decisions
        .await(undo.name(), Failures.message(failure), CHOICES, Optional.empty())
        .orElse(Choice.RETRY);
  }

  /**
   * @param essential whether nothing after it may run when it fails
   */
  private record Undo(String name, Function<Step, String> deed, boolean essential) {}
}
