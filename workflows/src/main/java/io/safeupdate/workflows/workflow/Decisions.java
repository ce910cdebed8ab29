package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.Waiting;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits for a person, and takes what the person decides. */
final class Decisions {
  static final String EXAMPLE = "{\"decision\": \"retry\"}";

  private static final int LONGEST = 1000;

  private final Timeline timeline;
  private Optional<Decision> taken = Optional.empty();

  Decisions(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Waits until a person decides or the time is up.
   *
   * @return the decision; empty when the time was up
   */
  Optional<Choice> await(
      String about, String reason, List<Choice> choices, Optional<Duration> limit) {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    timeline.waiting(new Waiting(about, reason, choices, limit.map(now::plus)));
    taken = Optional.empty();
    try {
      awaitDecision(about, limit);
    } finally {
      timeline.waitingOver();
    }
    return taken.map(Decision::decision);
  }

  private void awaitDecision(String about, Optional<Duration> limit) {
    if (limit.isEmpty()) {
      Workflow.await(() -> taken.isPresent());
      return;
    }
    CancellationScope timerScope =
        Workflow.newCancellationScope(
            () -> {
              Promise<Void> timer = Workflow.newTimer(limit.get(), summary(about));
              Workflow.await(() -> taken.isPresent() || timer.isCompleted());
            });
    timerScope.run();
    timerScope.cancel();
  }

  private static TimerOptions summary(String about) {
    return TimerOptions.newBuilder()
        .setSummary("waits for a decision about " + about + ", then rolls back")
        .build();
  }

  /** Takes the decision, so that nothing is waited for any more and a second one is refused. */
  void take(Decision decision) {
    taken = Optional.of(decision);
    timeline.decided(decision);
    timeline.waitingOver();
  }

  /** Refuses a decision that nobody waits for. */
  void validate(Decision decision) {
    Waiting waiting =
        timeline
            .progress()
            .waiting()
            .orElseThrow(() -> refusal("nothing is waited for: there is nothing to decide"));
    if (decision == null || decision.decision() == null) {
      throw refusal("a decision is needed, such as " + EXAMPLE);
    }
    if (isLong(decision.by()) || isLong(decision.reason())) {
      throw refusal("`by` and `reason` take up to " + LONGEST + " characters each");
    }
    if (!waiting.choices().contains(decision.decision())) {
      throw refusal(
          decision.decision().label() + " is not on offer here, but " + labels(waiting.choices()));
    }
  }

  private static boolean isLong(Optional<String> text) {
    return text != null && text.filter(it -> it.length() > LONGEST).isPresent();
  }

  private static String labels(List<Choice> choices) {
    return String.join(" or ", choices.stream().map(Choice::label).toList());
  }

  private static ApplicationFailure refusal(String message) {
    return ApplicationFailure.newNonRetryableFailure(message, "DecisionRefused");
  }

  /** Lets handlers answer their callers before the run ends. */
  void drain() {
    Detached.run(() -> Workflow.await(Workflow::isEveryHandlerFinished));
  }
}
