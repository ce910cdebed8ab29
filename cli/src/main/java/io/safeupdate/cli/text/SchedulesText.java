package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.client.ScheduledRun;
import io.safeupdate.workflows.contract.ScheduledTask;
import java.time.Instant;
import java.util.Optional;

/** What a deployment does by itself: a row each, and what failed. */
final class SchedulesText implements Text {
  private final DeploymentStatus deployment;
  private final Commands commands;
  private final Instant now;

  SchedulesText(DeploymentStatus deployment, Commands commands, Instant now) {
    this.deployment = deployment;
    this.commands = commands;
    this.now = now;
  }

  @Override
  public String in(Style style) {
    Table table = new Table(style, "  ");
    deployment.schedules().forEach(schedule -> row(table, schedule, style));
    deployment.unscheduled().forEach(task -> missing(table, task, style));
    StringBuilder text = new StringBuilder(table.toString());
    deployment
        .schedules()
        .forEach(it -> it.failed().ifPresent(run -> text.append(failure(it.task(), run, style))));
    return text.toString();
  }

  private void row(Table table, ScheduleStatus schedule, Style style) {
    Mark mark = mark(schedule);
    table.row(
        sign -> mark.paint(sign, style),
        mark.sign(),
        name(schedule.task()),
        schedule.timetable(),
        next(schedule),
        last(schedule));
  }

  private static void missing(Table table, ScheduledTask task, Style style) {
    table.row(
        sign -> Mark.WARNING.paint(sign, style),
        Mark.WARNING.sign(),
        name(task),
        "not at the server yet: a worker brings it there");
  }

  private static Mark mark(ScheduleStatus schedule) {
    if (schedule.failed().isPresent()) {
      return Mark.BAD;
    }
    if (schedule.paused().isPresent()) {
      return Mark.WARNING;
    }
    Optional<OperationStatus> status = schedule.last().flatMap(ScheduledRun::status);
    return status.filter(OperationStatus.COMPLETED::equals).isPresent() ? Mark.GOOD : Mark.OPEN;
  }

  private static String name(ScheduledTask task) {
    return "scheduled " + task.label();
  }

  private static String next(ScheduleStatus schedule) {
    if (schedule.paused().isPresent()) {
      String why = schedule.paused().get();
      return why.isBlank() ? "paused" : "paused: " + why;
    }
    return schedule.next().map(it -> "next " + Spans.utc(it)).orElse("never again");
  }

  private String last(ScheduleStatus schedule) {
    return schedule.last().map(this::last).orElse("has not run yet")
        + count(schedule.skipped(), "skipped while the one before was open")
        + count(schedule.missed(), "missed while the server was away");
  }

  private String last(ScheduledRun run) {
    boolean isOpen = run.status().equals(Optional.of(OperationStatus.OPEN));
    String when = Spans.ago(run.startedAt(), now);
    return (isOpen ? "started " + when : word(run) + " " + when)
        + run.operation().map(id -> " (" + id + ")").orElse("")
        // A failure is told below, where there is room.
        + run.message().filter(message -> !run.isFailed()).map(it -> ", " + it).orElse("");
  }

  private static String word(ScheduledRun run) {
    return run.status()
        .map(
            status ->
                switch (status) {
                  case OPEN -> "started";
                  case COMPLETED -> "done";
                  case CANCELLED -> "cancelled";
                  case FAILED, TERMINATED, TIMED_OUT -> "failed";
                })
        .orElse("ran");
  }

  private static String sentence(String message) {
    String line = message.strip().replaceAll("\\s*\n\\s*", " ");
    return line.endsWith(".") ? line : line + ".";
  }

  private static String count(long count, String what) {
    return count == 0 ? "" : ", " + count + " " + what;
  }

  private String failure(ScheduledTask task, ScheduledRun run, Style style) {
    return "  "
        + Mark.BAD.in(style)
        + " "
        + Mark.BAD.paint(name(task) + " failed", style)
        + " "
        + Spans.ago(run.startedAt(), now)
        + ": "
        + sentence(run.message().orElse("it did not say why"))
        + run.operation().map(id -> " Look: " + commands.run("show", id) + ".").orElse("")
        + " None has succeeded since.\n";
  }
}
