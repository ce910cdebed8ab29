package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.text.DoctorText;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.Inspection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks whether updates would be let in. */
@Command(
    name = "doctor",
    header = "Check whether an update would be let in, and change nothing.",
    description = {
      "",
      "Runs every check that an update begins with: engine, compose files, checkout, remote, disk,"
          + " database, services. Each that fails says what to do.",
      "Exits with 30 when an update would be rejected.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update doctor",
      "  safe-update doctor production",
      "  safe-update doctor --json | jq '.deployments[].checks[] | select(.status != \"OK\")'"
    })
final class DoctorCommand extends Act {
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
      List<Inspection> inspections = new Looking(tools).at(session, names, Depth.CHECKS);
      boolean rejected = inspections.stream().anyMatch(DoctorText::isRejected);
      return new Answer(
          new Document(inspections),
          new DoctorText(inspections),
          rejected ? ExitCode.REJECTED : ExitCode.DONE);
    }
  }

  private record Document(List<Inspection> deployments) {}
}
