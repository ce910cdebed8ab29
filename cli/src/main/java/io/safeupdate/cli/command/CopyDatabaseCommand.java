package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.workflows.contract.CopyRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a copy of one deployment's database in the place of another's. */
@Command(
    name = "copy-database",
    header = "Put a copy of one deployment's database in the place of another's, which is kept.",
    description = {
      "",
      "A fresh backup of FROM is verified, streamed across and restored beside the database of TO"
          + " while both serve; then the writers of TO stop, the two databases change places, and"
          + " the version that TO runs migrates the copy. The replaced database is kept under"
          + " another name. When anything fails, it is back. FROM is only backed up.",
      "Goes only into a deployment whose configuration says `acceptsCopies: true`. SQL that its"
          + " `database.afterCopy` names (to anonymise, to reset hosts) runs in the copy first.",
      "Exits with 0 when done, 10 when the old database is back, 11 cancelled, 20 needs attention,"
          + " 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update copy-database production staging --yes",
      "  safe-update copy-database production staging --yes --backup"
          + " backup_2026_11_22T10_00_00.sql.gz",
      "  safe-update copy-database production staging --yes --json | jq -r .made"
    })
final class CopyDatabaseCommand extends Act {
  @Parameters(index = "0", paramLabel = "FROM", description = "The deployment to copy.")
  private String from;

  @Parameters(
      index = "1",
      paramLabel = "TO",
      description = "The deployment whose database is replaced.")
  private String to;

  @Option(
      names = "--backup",
      paramLabel = "BACKUP",
      converter = Words.FileWord.class,
      description = "A backup of FROM, as `backups` lists it. Default: a fresh one is made.")
  private String backup;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(from);
    tools.config().requireDeployment(to);
    if (from.equals(to)) {
      throw Refusal.usage(
          from + " cannot be copied into itself.", "name the deployment to copy, then the other");
    }
    if (!yes) {
      throw Refusal.usage(
          "This replaces the database of %s by a copy of the one of %s.".formatted(to, from),
          "add --yes if that is wanted");
    }
    CopyRequest request = new CopyRequest(from, to, Optional.ofNullable(backup));
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
