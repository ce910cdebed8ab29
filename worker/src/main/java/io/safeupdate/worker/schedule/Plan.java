package io.safeupdate.worker.schedule;

import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.config.Timetable;
import io.safeupdate.workflows.contract.BackupDatabase;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.ScheduleId;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One thing that a deployment does by itself, as the configuration wants it. */
record Plan(String host, DeploymentConfig deployment, ScheduledTask task, Timetable timetable) {
  /**
   * What was due while the server was away is made up for, but only what was due in the last day;
   * and since one that is still open keeps the next from starting, a server that was away for a
   * month makes one backup when it is back.
   */
  private static final SchedulePolicy POLICY =
      SchedulePolicy.newBuilder()
          .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
          .setCatchupWindow(Duration.ofDays(1))
          .build();

  private static final String DETAILS =
      "Started by a schedule. Runs as the deployment's own operation; waits while another is open.";

  /**
   * All of a host.
   *
   * @param host the name that the process started with: an edit of the file does not change it
   */
  static List<Plan> all(String host, SafeUpdateConfig config) {
    return config.deployments().values().stream().flatMap(it -> of(host, it)).toList();
  }

  private static Stream<Plan> of(String host, DeploymentConfig deployment) {
    return deployment.schedule().tasks().entrySet().stream()
        .map(it -> new Plan(host, deployment, ScheduledTask.of(it.getKey()), it.getValue()))
        // What no workflow here can do is not started: such a run would stay open for ever.
        .filter(plan -> OperationType.of(plan.type()).isPresent());
  }

  String id() {
    return ScheduleId.of(host, deployment.name(), task);
  }

  /** When, in words: {@code daily 02:00 UTC}. */
  String words() {
    return timetable + " " + deployment.schedule().timezone();
  }

  String type() {
    return switch (task) {
      case BACKUP, TRIAL_RESTORE -> BackupDatabase.TYPE;
      case MEDIA -> "BackupMedia";
      case EXPORT -> "ExportBackups";
    };
  }

  Map<String, Object> input() {
    String name = deployment.name();
    return switch (task) {
      case BACKUP, MEDIA -> Map.of("deployment", name);
      case TRIAL_RESTORE -> Map.of("deployment", name, "trialRestore", true);
      case EXPORT -> Map.of("deployment", name, "directory", exportTo());
    };
  }

  private String exportTo() {
    return deployment.schedule().exportTo().map(Path::toString).orElseThrow();
  }

  private String summary() {
    return "%s of %s on %s, %s".formatted(task.label(), deployment.name(), host, words());
  }

  /** Written out as the server answers it, so that the two can be compared. */
  private ScheduleSpec spec() {
    return ScheduleSpec.newBuilder()
        .setCalendars(Calendars.of(timetable))
        .setIntervals(List.of())
        .setCronExpressions(List.of())
        .setSkip(List.of())
        .setTimeZoneName(deployment.schedule().timezone().getId())
        .build();
  }

  Schedule schedule() {
    return Schedule.newBuilder().setAction(action()).setSpec(spec()).setPolicy(POLICY).build();
  }

  private ScheduleActionStartWorkflow action() {
    return ScheduleActionStartWorkflow.newBuilder()
        .setWorkflowType(type())
        .setOptions(
            WorkflowOptions.newBuilder()
                .setTaskQueue(OperationId.taskQueue(host))
                .setWorkflowId(ScheduleId.runs(host, deployment.name(), task))
                .setMemo(Map.of(ScheduleId.TIMETABLE_MEMO, words()))
                .setStaticSummary(summary())
                .setStaticDetails(DETAILS)
                .build())
        .setArguments(input())
        .build();
  }

  /**
   * Whether the server has it like this. To write what is there already would do harm: the server
   * does not make up for what was due before a change.
   */
  boolean is(Schedule there) {
    return there.getSpec().equals(spec())
        && there.getPolicy().equals(POLICY)
        && there.getAction() instanceof ScheduleActionStartWorkflow action
        && is(action);
  }

  private boolean is(ScheduleActionStartWorkflow there) {
    return there.getWorkflowType().equals(type())
        && summary().equals(there.getOptions().getStaticSummary())
        && input().equals(there.getArguments().get(0, Object.class));
  }
}
