package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.RestoreRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a backup in the database's place. */
@Command(
    name = "restore",
    header = "Put a backup in the place of a deployment's database, which is kept.",
    description = {
      "",
      "The backup is verified and restored beside the live database while the application serves;"
          + " then the writers stop for the moment in which the two change places. The replaced"
          + " database is kept under another name. When anything fails, it is back.",
      "Exits with 0 when done, 10 when the old database is back, 11 cancelled, 20 needs attention,"
          + " 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update backups production                                        what there is",
      "  safe-update restore production backup_2026_11_22T10_00_00.sql.gz",
      "  safe-update restore production backup_2026_11_22T10_00_00.sql.gz --json | jq -r .outcome"
    })
final class RestoreCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration.")
  private String deployment;

  @Parameters(
      index = "1",
      paramLabel = "BACKUP",
      converter = Words.FileWord.class,
      description = "A file's name, as `backups` lists it.")
  private String backup;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    RestoreRequest request = new RestoreRequest(deployment, backup);
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
