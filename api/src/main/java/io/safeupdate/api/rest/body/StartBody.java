package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.OperationRequest;

/** What is sent to start an operation. */
public interface StartBody {

  /** The request that it makes for a deployment. */
  OperationRequest of(String deployment);
}
