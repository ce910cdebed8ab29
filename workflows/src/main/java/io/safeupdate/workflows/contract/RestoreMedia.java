package io.safeupdate.workflows.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Puts an archive in the place of a deployment's user files, which are kept. */
@WorkflowInterface
public interface RestoreMedia extends Steered {

  String TYPE = "RestoreMedia";

  @WorkflowMethod(name = TYPE)
  OperationResult restore(RestoreMediaRequest request);
}
