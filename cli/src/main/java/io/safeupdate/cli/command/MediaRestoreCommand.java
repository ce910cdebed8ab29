package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts an archive in the place of the user files. */
@Command(
    name = "restore",
    header = "Put an archive in the place of a deployment's user files, which are kept.",
    description = {
      "",
      "The archive is verified, unpacked beside the user files and compared while the application"
          + " serves; then the writers stop for the moment in which the two change places. The"
          + " replaced files stay in a hidden directory of the same volume. When anything fails,"
          + " they are back.",
      "Exits with 0 when done, 10 when the old files are back, 11 cancelled, 20 needs attention,"
          + " 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update media list production                                     what there is",
      "  safe-update media restore production 20261122T100000Z-4f1c9a7be012",
      "  safe-update media restore production 20261122T100000Z-4f1c9a7be012 --json | jq .notes"
    })
final class MediaRestoreCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration.")
  private String deployment;

  @Parameters(
      index = "1",
      paramLabel = "ARCHIVE",
      converter = Words.FileWord.class,
      description = "Its name, as `media list` has it.")
  private String archive;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    RestoreMediaRequest request = new RestoreMediaRequest(deployment, archive);
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
