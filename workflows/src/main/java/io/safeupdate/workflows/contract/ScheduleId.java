package io.safeupdate.workflows.contract;

/** The names by which Temporal knows schedules and what they start. Stored: must not change. */
public final class ScheduleId {
  /** The memo of a scheduled run that says in words when such runs are. */
  public static final String TIMETABLE_MEMO = "SafeUpdateTimetable";

  private static final String RUNS = "scheduled/";

  private ScheduleId() {}

  /** The schedule of a task. */
  public static String of(String host, String deployment, ScheduledTask task) {
    return allOf(host) + deployment + "/" + task.label();
  }

  /** What the ids of all schedules of a host begin with. */
  public static String allOf(String host) {
    return "schedule/" + host + "/";
  }

  /**
   * What the workflow ids of a schedule's runs begin with; the server appends the time. They are
   * not the deployment's own, so that a run can wait for its turn.
   */
  public static String runs(String host, String deployment, ScheduledTask task) {
    return RUNS + host + "/" + deployment + "/" + task.label();
  }

  /** Whether a schedule starts runs under such ids. */
  public static boolean isRun(String workflowId) {
    return workflowId.startsWith(RUNS);
  }
}
