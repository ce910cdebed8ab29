package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.config.DeploymentConfig;
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
      "Exits with 0 when done, 10 when the old database is back, 11 cancelled or answered with no, 20"
          + " needs attention, 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update copy-database production staging         asks first",
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
    DeploymentConfig target = tools.config().requireDeployment(to);
    if (from.equals(to)) {
      throw Refusal.usage(
          from + " cannot be copied into itself.", "name the deployment to copy, then the other");
    }
    if (!yes && !mayAsk(tools)) {
      throw Refusal.usage(
          "A copy that replaces the database of %s asks first, and there is nobody to ask."
              .formatted(to),
          "add --yes");
    }
    if (!yes && target.acceptsCopies() && !isWanted(tools, target)) {
      return new Answer(
          new NotWanted(from, to), style -> "Nothing was changed.\n", ExitCode.CANCELLED);
    }
    CopyRequest request = new CopyRequest(from, to, Optional.ofNullable(backup));
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }

  private static boolean mayAsk(Toolbox tools) {
    return tools.surroundings().keyboard().isThere() && !tools.output().isJson();
  }

  private boolean isWanted(Toolbox tools, DeploymentConfig target) {
    tools.output().say(whatIsReplaced(target));
    tools.output().ask("Replace the database of " + to + "? Type yes to go on: ");
    return tools
        .surroundings()
        .keyboard()
        .line()
        .map(String::strip)
        .filter("yes"::equalsIgnoreCase)
        .isPresent();
  }

  private String whatIsReplaced(DeploymentConfig target) {
    String sql =
        target
            .database()
            .flatMap(DatabaseConfig::afterCopy)
            .map(file -> "The SQL in " + file + " runs in the copy first.")
            .orElse("No SQL is configured: the copy holds all that %s has.".formatted(from));
    return "The database of %s (%s) is replaced by a copy of the one of %s; it is kept under another name for %d days. %s"
        .formatted(
            to, target.directory(), from, target.retention().abandonedDatabases().toDays(), sql);
  }

  private record NotWanted(String from, String to) {}
}
