package io.safeupdate.workflows.client;

import java.time.Duration;

/** The client's exceptions, for tests of whoever must understand them. */
public final class ClientFailures {
  private ClientFailures() {}

  public static DeploymentBusyException busy(OperationSummary open) {
    return new DeploymentBusyException(open);
  }

  public static UnknownOperationException unknown(String name) {
    return UnknownOperationException.none(name, "local");
  }

  public static DecisionRefusedException refused(String why) {
    return new DecisionRefusedException(why);
  }

  public static OperationEndedException ended(Operation operation) {
    return new OperationEndedException(operation);
  }

  public static WorkerAwayException workerAway() {
    return new WorkerAwayException("local", Duration.ofSeconds(15));
  }

  public static ServerAwayException serverAway() {
    return new ServerAwayException("connection refused", new IllegalStateException("refused"));
  }

  public static InspectionFailedException inspectionFailed(String type, String message) {
    return new InspectionFailedException(type, message);
  }
}
