package io.safeupdate.workflows.client;

/** Another operation is open on the deployment; nothing was started. */
public final class DeploymentBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OperationSummary open;

  public DeploymentBusyException(OperationSummary open) {
    super(
        "%s is busy: %s %s is open since %s%s. Look: `safe-update show %s`. End it: `safe-update cancel %s`."
            .formatted(
                open.operation().deployment(),
                open.type(),
                open.operation().id(),
                open.startedAt(),
                open.phase().map(phase -> " and is at " + phase).orElse(""),
                open.operation().id(),
                open.operation().id()));
    this.open = open;
  }

  /** The operation that holds the deployment. */
  public OperationSummary open() {
    return open;
  }
}
