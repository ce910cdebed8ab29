package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.BackupRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a backup. */
@Command(
    name = "backup",
    header = "Back up the database of a deployment, and verify the backup.",
    description = {
      "",
      "The application goes on serving. Its own backup command runs where the configuration names"
          + " one; the file that it made is read from its first to its last byte.",
      "Exits with 0 when the backup is there and whole, 30 when none was made, 40 when another"
          + " operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update backup production",
      "  safe-update backup production --trial-restore  restores it into a scratch database and"
          + " compares",
      "  safe-update backup production --json | jq -r .made"
    })
final class BackupCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Option(
      names = "--trial-restore",
      description = "Restore it into a scratch database, compare tables and rows, drop that again.")
  private boolean trialRestore;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    BackupRequest request = new BackupRequest(deployment, Optional.of(trialRestore));
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
