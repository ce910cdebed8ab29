package io.safeupdate.workflows.contract.activity;

/**
 * Which step of which operation an activity call is. Its {@link #key} is the same for every attempt
 * at the step, so what a killed attempt left behind is found again under it.
 *
 * @param operation the run's id
 * @param name the phase, or {@code undo-} and the phase
 * @param round 1, and one more each time a person decides to retry
 */
public record Step(String workflowId, String operation, String deployment, String name, int round) {

  /** The idempotency key: workflow id / run id / step. */
  public String key() {
    return workflowId + "/" + operation + "/" + name + "-" + round;
  }

  /** A short form of {@link #operation} for names of containers, images and databases. */
  public String tag() {
    String hex = operation.replace("-", "");
    return hex.length() <= 12 ? hex : hex.substring(hex.length() - 12);
  }
}
