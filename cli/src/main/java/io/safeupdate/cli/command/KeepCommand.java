package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.KeepRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pins a backup. */
@Command(
    name = "keep",
    header = "Pin a backup or an archive of user files, so that it is never pruned.",
    description = {
      "",
      "What people and cron jobs put into the backup directory is never pruned anyway. `backups`"
          + " shows which backups are kept, `media list` which archives. May be repeated.",
      "Exits with 0 when done, 30 when there is none of that name, 40 when another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update keep production backup_2026_11_22T10_00_00.sql.gz",
      "  safe-update keep production 20261122T100000Z-1a2b3c",
      "  safe-update keep production backup_2026_11_22T10_00_00.sql.gz --release"
    })
final class KeepCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration.")
  private String deployment;

  @Parameters(
      index = "1",
      paramLabel = "BACKUP",
      converter = Words.FileWord.class,
      description = "Its name, as `backups` or `media list` has it.")
  private String backup;

  @Option(
      names = {"--release", "--undo"},
      description = "Take the pin off: the backup may be pruned again when its time has come.")
  private boolean release;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    KeepRequest request = new KeepRequest(deployment, backup, Optional.of(release));
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
