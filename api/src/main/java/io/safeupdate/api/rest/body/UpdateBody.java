package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.Optional;

/**
 * What an update may be told.
 *
 * @param to a branch, tag or commit of the remote; absent: the tip of the deployment's branch
 * @param policy what to do differently from the configuration this once
 */
public record UpdateBody(Optional<String> to, Optional<PolicyOverrides> policy)
    implements StartBody {

  @Override
  public UpdateRequest of(String deployment) {
    return new UpdateRequest(deployment, to, policy);
  }
}
