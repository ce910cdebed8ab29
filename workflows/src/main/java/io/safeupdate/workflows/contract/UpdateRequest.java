package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code SafeUpdate}. It only names things that the host's configuration defines.
 *
 * @param deployment a name from the configuration
 * @param to a branch, tag or commit of the remote; empty: the tip of the deployment's branch
 * @param policy what to do differently from the configuration this once
 */
public record UpdateRequest(
    String deployment, Optional<String> to, Optional<PolicyOverrides> policy)
    implements OperationRequest {

  /** An update to the tip of the deployment's branch. */
  public static UpdateRequest of(String deployment) {
    return new UpdateRequest(deployment, Optional.empty(), Optional.empty());
  }

  @Override
  public OperationType operationType() {
    return OperationType.UPDATE;
  }

  @Override
  public String inWords() {
    return "Update " + deployment + " to " + to.orElse("the tip of its branch");
  }

  @Override
  public Optional<String> defect() {
    return to.flatMap(ref -> RefName.defect("to", ref));
  }
}
