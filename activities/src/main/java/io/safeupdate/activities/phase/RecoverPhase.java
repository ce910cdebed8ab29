package io.safeupdate.activities.phase;

import io.safeupdate.workflows.contract.activity.RecoverActivities;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Unfinished;
import java.util.Optional;

/** Reads from lock and journal what an operation left that ended without its way back. */
public final class RecoverPhase implements RecoverActivities {
  private final Host host;

  public RecoverPhase(Host host) {
    this.host = host;
  }

  @Override
  public Optional<Unfinished> find(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    deployment.lock().requireNotBusy(step, host.runs()::isOpen);
    return Stranded.in(deployment).map(Stranded::unfinished);
  }
}
