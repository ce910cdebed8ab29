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

  UndoStack(Timeline timeline, Decisions decisions) {
    this.timeline = timeline;
    this.decisions = decisions;
  }

  void register(Phase phase, Step step, Function<Step, String> deed) {
    register("undo-" + phase.label(), step, deed);
  }

  /** Must be called before the deed whose undo this is. */
  void register(String name, Step step, Function<Step, String> deed) {
    undos.push(new Undo(name, step, deed));
  }

  /**
   * Runs all undos.
   *
   * @return false when a person abandoned the way back; the undos that were left did not run
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
    for (int attempt = 1; ; attempt++) {
      Optional<TemporalFailure> failure = attempt(undo);
      if (failure.isEmpty()) {
        return true;
      }
      if (attempt % ATTEMPTS != 0) {
        pause(undo, attempt % ATTEMPTS);
      } else if (ask(undo, failure.get()) == Choice.ABANDON) {
        return false;
      }
    }
  }

  private Optional<TemporalFailure> attempt(Undo undo) {
    timeline.startUndo(undo.name());
    try {
      timeline.undone(undo.name(), undo.deed().apply(undo.step()));
      return Optional.empty();
    } catch (TemporalFailure failure) {
      timeline.undoFailed(undo.name(), failure);
      return Optional.of(failure);
    }
  }

  private static void pause(Undo undo, int attempt) {
    Workflow.newTimer(
            FIRST_PAUSE.multipliedBy(1L << (attempt - 1)),
            TimerOptions.newBuilder().setSummary("before trying " + undo.name() + " again").build())
        .get();
  }

  private Choice ask(Undo undo, TemporalFailure failure) {
    return decisions
        .await(undo.name(), Failures.message(failure), CHOICES, Optional.empty())
        .orElse(Choice.RETRY);
  }

  private record Undo(String name, Step step, Function<Step, String> deed) {}
}
