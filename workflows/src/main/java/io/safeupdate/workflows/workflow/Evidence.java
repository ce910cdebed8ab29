package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.EvidenceActivities;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;

/**
 * Has the host keep what a failure looked like, before anybody retries or undoes anything. It is
 * never in the way: that it could not be kept is a note.
 */
final class Evidence {
  /** Runs that began before there was any go on without. Stored: must not change. */
  private static final String CHANGE = "evidence";

  private final Timeline timeline;
  private final Steps steps;
  private final EvidenceActivities host;

  Evidence(Timeline timeline, Steps steps) {
    this.timeline = timeline;
    this.steps = steps;
    this.host = ActivityStubs.evidence(steps.deployment());
  }

  /** Preflight touches nothing, so there is nothing to see that its message does not say. */
  void keep(Phase phase, int round) {
    if (phase == Phase.PREFLIGHT || isOlderThanThis()) {
      return;
    }
    try {
      timeline.kept(Detached.call(() -> Failures.known(() -> ask(phase, round))));
    } catch (TemporalFailure failure) {
      timeline.note(
          "No logs of the failure of %s were kept: %s"
              .formatted(phase.label(), Failures.message(failure)));
    }
  }

  private String ask(Phase phase, int round) {
    return host.keep(steps.step(Step.evidence(phase), round), timeline.progress());
  }

  private static boolean isOlderThanThis() {
    return Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION;
  }
}
