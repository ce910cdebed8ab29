package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.OperationProgress;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Keeps what a failure looked like, for people. */
@ActivityInterface
public interface EvidenceActivities {

  /**
   * Writes how things are now into a folder of the operation's record: logs, containers, resolved
   * compose configuration, migrations, disk, timings; no secrets. Changes nothing else, and takes
   * seconds: what cannot be had by then is replaced by why. Idempotent: a folder that is complete
   * stays as it is, for the host may no longer be as it was.
   *
   * @param known what the operation knows so far, its failure included
   * @return the folder
   */
  @ActivityMethod(name = "KeepEvidence")
  String keep(Step step, OperationProgress known);
}
