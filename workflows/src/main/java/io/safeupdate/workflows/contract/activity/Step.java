package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.Phase;

/**
 * Which step of which operation an activity call is. Its {@link #key} is the same for every attempt
 * at the step, so what a killed attempt left behind is found again under it.
 *
 * @param operation the run's id
 * @param name the phase, or {@code undo-} and the phase
 * @param round 1, and one more each time a person decides to retry
 */
public record Step(String workflowId, String operation, String deployment, String name, int round) {
  /** Reads the limits of an operation. */
  public static final String POLICY = "policy";

  /** Looks, and changes nothing. */
  public static final String INSPECT = "inspect";

  /** Finds what an operation left that ended without its way back. */
  public static final String FIND = "find";

  /** The last act of every way back. */
  public static final String START_OLD = "start-old";

  /** Gives the lock of an operation back that cannot do so itself any more. */
  public static final String RELEASE = "release";

  /** Counts what a database that was replaced has more. */
  public static final String COUNT_REPLACED = "count-replaced";

  /** The end of an operation. */
  public static final String CLOSE = "close";

  private static final String UNDO = "undo-";
  private static final String EVIDENCE = "evidence-";

  /** The name of the step that undoes a phase. */
  public static String undo(Phase phase) {
    return UNDO + phase.label();
  }

  /** The name of the step that keeps what the failure of a phase looked like. */
  public static String evidence(Phase phase) {
    return EVIDENCE + phase.label();
  }

  /** Whether it may change the deployment, or what the host knows of it. */
  public boolean touches() {
    return !name.equals(POLICY) && !name.equals(INSPECT) && !name.startsWith(EVIDENCE);
  }

  /** Whether it is the first of its operation that {@link #touches}. */
  public boolean begins() {
    return name.equals(Phase.PREFLIGHT.label()) || name.equals(FIND);
  }

  /** Whether it is on the way back, or the end. */
  public boolean leadsBack() {
    return name.startsWith(UNDO) || name.equals(START_OLD) || closes();
  }

  /** Whether it is the last of its operation. */
  public boolean closes() {
    return name.equals(CLOSE) || name.equals(RELEASE);
  }

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
