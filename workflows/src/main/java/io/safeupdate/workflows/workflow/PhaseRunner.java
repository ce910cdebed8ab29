package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.failure.TemporalFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a phase, shows it, and asks a person when it failed and the policy says so. */
final class PhaseRunner {
  private static final List<Choice> CHOICES = List.of(Choice.RETRY, Choice.ROLLBACK);

  private final Timeline timeline;
  private final Decisions decisions;
  private final Steps steps;
  private final Policy policy;
  private final Evidence evidence;

  PhaseRunner(Timeline timeline, Decisions decisions, Steps steps, Policy policy) {
    this.timeline = timeline;
    this.decisions = decisions;
    this.steps = steps;
    this.policy = policy;
    this.evidence = new Evidence(timeline, steps);
  }

  String run(Phase phase, Function<Step, String> deed) {
    return run(phase, deed, Function.identity());
  }

  /** Runs a phase until it succeeds, or nobody wants it tried again. */
  <T> T run(Phase phase, Function<Step, T> deed, Function<T, String> summary) {
    for (int round = 1; ; round++) {
      try {
        return attempt(phase, steps.step(phase.label(), round), deed, summary);
      } catch (TemporalFailure failure) {
        if (!Failures.isUnknownToHost(failure)) {
          evidence.keep(phase, round);
        }
        if (!isRetried(phase, failure)) {
          throw failure;
        }
      }
    }
  }

  /** Runs a phase without asking anybody. */
  void runOnce(Phase phase, Function<Step, String> deed) {
    attempt(phase, steps.first(phase), deed, Function.identity());
  }

  private <T> T attempt(
      Phase phase, Step step, Function<Step, T> deed, Function<T, String> summary) {
    timeline.start(phase);
    try {
      T answer = Failures.known(() -> deed.apply(step));
      timeline.done(phase, summary.apply(answer));
      return answer;
    } catch (TemporalFailure failure) {
      timeline.failed(phase, failure);
      throw failure;
    }
  }

  /** What preflight and prepare refuse touched nothing, so there is nothing to hold. */
  private boolean isRetried(Phase phase, TemporalFailure failure) {
    if (policy.onFailure() != OnFailure.HOLD
        || Failures.isCancelled(failure)
        || phase.compareTo(Phase.PREPARE) <= 0) {
      return false;
    }
    return decisions
        .await(phase.label(), Failures.message(failure), CHOICES, Optional.of(policy.holdFor()))
        .filter(choice -> choice == Choice.RETRY)
        .isPresent();
  }
}
