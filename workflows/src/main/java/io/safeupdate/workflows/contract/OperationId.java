package io.safeupdate.workflows.contract;

/** The names by which Temporal knows hosts, deployments and operations. Stored: must not change. */
public final class OperationId {
  private OperationId() {}

  /** One open run for each deployment: the server itself keeps a second one out. */
  public static String workflowId(String host, String deployment) {
    return "deployment/" + host + "/" + deployment;
  }

  /** The queue that a host's worker polls. */
  public static String taskQueue(String host) {
    return "safe-update." + host;
  }

  /** The host that polls a queue; the queue itself when it is none of ours. */
  public static String hostOf(String taskQueue) {
    return taskQueue.startsWith("safe-update.")
        ? taskQueue.substring("safe-update.".length())
        : taskQueue;
  }
}
