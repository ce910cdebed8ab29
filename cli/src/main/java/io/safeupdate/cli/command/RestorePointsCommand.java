package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.RestorePointsText;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.RestorePointSummary;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists restore points. */
@Command(
    name = "restore-points",
    header = "List the restore points of a deployment, newest first.",
    description = {
      "",
      "Every update takes one before it changes anything: commit, images, backup, env file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update restore-points production",
      "  safe-update restore-points production --json | jq -r '.restorePoints[0].id'"
    })
final class RestorePointsCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    InspectRequest request =
        new InspectRequest(deployment, Optional.of(Depth.STATUS), Optional.empty());
    Inspection inspection = new Looking(tools).at(request);
    return Answer.done(
        new Document(deployment, inspection.restorePoints()), new RestorePointsText(inspection));
  }

  private record Document(String deployment, List<RestorePointSummary> restorePoints) {}
}
