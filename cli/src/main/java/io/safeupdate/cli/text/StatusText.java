package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.ServiceState;
import java.time.Instant;
import java.util.List;

/** How deployments are now. */
public final class StatusText implements Text {
  private final List<DeploymentStatus> deployments;
  private final Commands commands;
  private final Instant now;

  public StatusText(List<DeploymentStatus> deployments, Commands commands, Instant now) {
    this.deployments = List.copyOf(deployments);
    this.commands = commands;
    this.now = now;
  }

  @Override
  public String in(Style style) {
    StringBuilder text = new StringBuilder();
    for (DeploymentStatus deployment : deployments) {
      text.append(text.isEmpty() ? "" : "\n").append(one(deployment, style));
    }
    return text.toString();
  }

  private String one(DeploymentStatus deployment, Style style) {
    Inspection inspection = deployment.inspection();
    return style.strong(inspection.deployment())
        + "  "
        + Commits.brief(inspection.commit())
        + inspection.branch().map(branch -> " on " + branch).orElse(", no branch checked out")
        + inspection.subject().map(subject -> "  " + subject).orElse("")
        + "\n"
        + facts(deployment, style)
        + new SchedulesText(deployment, commands, now).in(style)
        + services(inspection, style)
        + unfinished(inspection, style);
  }

  private String facts(DeploymentStatus deployment, Style style) {
    Inspection inspection = deployment.inspection();
    Table table = new Table(style, "  ");
    table.row("directory", inspection.directory());
    table.row("project", inspection.project());
    inspection
        .database()
        .ifPresent(
            it ->
                table.row(
                    "database",
                    it.name() + ", PostgreSQL " + it.version() + ", " + Sizes.of(it.bytes())));
    table.row("last operation", lastOperation(deployment));
    table.row("restore points", restorePoints(inspection));
    return table.toString();
  }

  private String lastOperation(DeploymentStatus deployment) {
    return deployment
        .lastOperation()
        .map(it -> it.state() + ", " + Spans.ago(it.startedAt(), now) + " (" + it.operation() + ")")
        .orElse("none");
  }

  private String restorePoints(Inspection inspection) {
    List<Inspection.RestorePointSummary> points = inspection.restorePoints();
    return points.isEmpty()
        ? "none"
        : points.size()
            + ", newest "
            + points.get(0).id()
            + ", "
            + Spans.ago(points.get(0).createdAt(), now)
            + damaged(points);
  }

  private static String damaged(List<Inspection.RestorePointSummary> points) {
    long count = points.stream().filter(point -> !point.complete()).count();
    return count == 0 ? "" : ", " + count + " damaged: see restore-points";
  }

  private String services(Inspection inspection, Style style) {
    Table table = new Table(style, "  ");
    for (ServiceState service : inspection.services()) {
      Mark mark = mark(service);
      table.row(
          sign -> mark.paint(sign, style),
          mark.sign(),
          service.service(),
          service.status(),
          service.health().orElse(""),
          uptime(service),
          service.image());
    }
    return table.toString();
  }

  private static Mark mark(ServiceState service) {
    boolean runs = service.status().equals("running");
    boolean isSick = service.health().filter("unhealthy"::equals).isPresent();
    return runs && !isSick ? Mark.GOOD : Mark.BAD;
  }

  private String uptime(ServiceState service) {
    String restarts = service.restarts() > 0 ? ", " + service.restarts() + " restarts" : "";
    boolean runs = service.status().equals("running");
    return service
        .startedAt()
        .filter(start -> runs)
        .map(start -> "started " + Spans.ago(start, now) + restarts)
        .orElse("");
  }

  private String unfinished(Inspection inspection, Style style) {
    return inspection
        .unfinished()
        .map(
            operation ->
                "  "
                    + Mark.WARNING.in(style)
                    + " "
                    + Mark.WARNING.paint("unfinished", style)
                    + "  operation "
                    + operation
                    + " ended without its way back"
                    + restorePointOf(operation, inspection)
                    + ". Bring the old version back: "
                    + commands.run("recover", inspection.deployment())
                    + "\n")
        .orElse("");
  }

  private static String restorePointOf(String operation, Inspection inspection) {
    return inspection.restorePoints().stream()
        .filter(point -> point.operation().equals(operation))
        .map(point -> "; its restore point is " + point.id())
        .findFirst()
        .orElse("; it had taken no restore point yet");
  }
}
