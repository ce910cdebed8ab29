package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.BackupsText;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists backups. */
@Command(
    name = "backups",
    header = "List the backups of a deployment's database, newest first.",
    description = {
      "",
      "All files in the backup directory, also those that people or cron jobs made: only what Safe"
          + " Update made is ever pruned.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update backups production",
      "  safe-update backups production --json | jq -r '.backups[0].name'"
    })
final class BackupsCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    InspectRequest request =
        new InspectRequest(deployment, Optional.of(Depth.BACKUPS), Optional.empty());
    Inspection inspection = new Looking(tools).at(request);
    return Answer.done(new Document(deployment, inspection.backups()), new BackupsText(inspection));
  }

  private record Document(String deployment, List<BackupSummary> backups) {}
}
