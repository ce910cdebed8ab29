package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.BackupMediaRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes the user files into an archive. */
@Command(
    name = "backup",
    header = "Take the user files of a deployment into an archive, and read it back.",
    description = {
      "",
      "The application goes on serving. The files go in one stream from their volume into a"
          + " .tar.zst or .tar.gz on the host, with owners, modes and links; beside it lie a"
          + " manifest and a list of all files with their SHA-256.",
      "Exits with 0 when the archive is there and whole, 30 when none was made, 40 when another"
          + " operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update media backup production",
      "  safe-update media backup production --json | jq -r .made"
    })
final class MediaBackupCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    BackupMediaRequest request = new BackupMediaRequest(deployment);
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
