package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.text.DoctorText;
import io.safeupdate.cli.text.PlanText;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an update would do. */
@Command(
    name = "plan",
    header = "Show what an update would do, and change nothing.",
    description = {
      "",
      "Commits, pending migrations, services to be recreated, new env keys, the way back for the"
          + " database and why, disk needed and free. Builds the images of the target (under tags"
          + " of its own, dropped afterwards), because only they know their migrations.",
      "Exits with 30 when an update would be rejected.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update plan production",
      "  safe-update plan production --to v2.4.0",
      "  safe-update plan production --json | jq '.plan.migrations'"
    })
final class PlanCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Option(
      names = "--to",
      paramLabel = "REF",
      converter = Words.RefWord.class,
      description = "A branch, tag or commit of the remote. Default: the deployment's branch.")
  private String to;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    InspectRequest request =
        new InspectRequest(deployment, Optional.of(Depth.PLAN), Optional.ofNullable(to));
    Inspection inspection = new Looking(tools).at(request);
    ExitCode exit = DoctorText.isRejected(inspection) ? ExitCode.REJECTED : ExitCode.DONE;
    return new Answer(inspection, new PlanText(inspection), exit);
  }
}
