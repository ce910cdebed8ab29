package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.RestoreMedia;
import io.safeupdate.workflows.contract.RestoreMediaRequest;

/** Runs a {@link MediaRestoreRun} under the deployment's one workflow id. */
public final class RestoreMediaWorkflow extends SteeredWorkflow implements RestoreMedia {

  @Override
  public OperationResult restore(RestoreMediaRequest request) {
    return operate(
        OperationType.MEDIA_RESTORE,
        request,
        MediaRestoreRun.PHASES,
        () -> new MediaRestoreRun(request, timeline, decisions).run());
  }
}
