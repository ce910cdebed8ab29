package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Read-only looks at a deployment. */
@ActivityInterface
public interface InspectActivities {

  /** Looks as deep as the request asks; leaves nothing behind. Safe to repeat. */
  @ActivityMethod(name = "Inspect")
  Inspection inspect(Step step, InspectRequest request);
}
