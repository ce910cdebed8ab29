package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.text.DeploymentStatus;
import io.safeupdate.cli.text.StatusText;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.ScheduledTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how deployments are now. */
@Command(
    name = "status",
    header =
        "Show how deployments are: commit, services, last operation, restore points, schedules.",
    footer = {
      "",
      "Examples:",
      "  safe-update status",
      "  safe-update status production",
      "  safe-update status production --json | jq -r '.deployments[0].commit'"
    })
final class StatusCommand extends Act {
  @Parameters(
      arity = "0..1",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration. Default: all.")
  private String deployment;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    List<String> names = tools.deployments(config, Optional.ofNullable(deployment));
    try (Session session = tools.open(config)) {
      List<DeploymentStatus> all =
          new Looking(tools)
              .at(session, names, Depth.STATUS).stream()
                  .map(inspection -> status(config, session, inspection))
                  .toList();
      StatusText text =
          new StatusText(all, tools.commands(), tools.surroundings().clock().instant());
      return Answer.done(new Document(all), text);
    }
  }

  private static DeploymentStatus status(
      SafeUpdateConfig config, Session session, Inspection inspection) {
    String name = inspection.deployment();
    Optional<OperationEntry> last =
        session.list(Optional.of(name), 1).stream().map(OperationEntry::of).findFirst();
    List<ScheduleStatus> schedules = session.schedules(name);
    return new DeploymentStatus(
        inspection, last, schedules, unscheduled(config.requireDeployment(name), schedules));
  }

  private static List<ScheduledTask> unscheduled(
      DeploymentConfig config, List<ScheduleStatus> schedules) {
    Set<ScheduledTask> there =
        schedules.stream().map(ScheduleStatus::task).collect(Collectors.toSet());
    return config.schedule().tasks().keySet().stream()
        .map(ScheduledTask::of)
        .filter(task -> !there.contains(task))
        .toList();
  }

  private record Document(List<DeploymentStatus> deployments) {}
}
