package io.safeupdate.workflows.contract;

/**
 * The input of {@code RecoverDeployment}.
 *
 * @param deployment a name from the configuration
 */
public record RecoverRequest(String deployment) implements OperationRequest {

  @Override
  public OperationType operationType() {
    return OperationType.RECOVERY;
  }

  @Override
  public String inWords() {
    return "Recover " + deployment;
  }
}
