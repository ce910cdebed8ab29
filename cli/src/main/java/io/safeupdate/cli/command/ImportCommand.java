package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.ImportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a backup in. */
@Command(
    name = "import",
    header = "Make a file of the host a backup of a deployment.",
    description = {
      "",
      "The file is copied into the deployment's backup directory, read there from its first to its"
          + " last byte, and appears under its own name when it is a whole backup. A backup of that"
          + " name is never replaced. The database is not touched: `restore` does that.",
      "The file must lie below one of the configuration's `exportRoots`.",
      "Exits with 0 when done, 11 cancelled, 30 when it could not be done, 40 when another operation"
          + " is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update import staging /srv/backups/production/backup_2026_11_22T10_00_00.sql.gz",
      "  safe-update restore staging backup_2026_11_22T10_00_00.sql.gz"
    })
final class ImportCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration.")
  private String deployment;

  @Parameters(index = "1", paramLabel = "FILE", description = "On the deployment's host.")
  private String file;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    ImportRequest request = new ImportRequest(deployment, tools.path(file).normalize().toString());
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
