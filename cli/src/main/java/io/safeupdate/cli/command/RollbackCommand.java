package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.terminal.Keyboard;
import io.safeupdate.cli.text.RollbackText;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackRequest;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a deployment back to a restore point. */
@Command(
    name = "rollback",
    header = "Bring a deployment back to a restore point: code, images, database, env file.",
    description = {
      "",
      "Shows what would be lost (commits, rows of each table), then asks. All that takes long is"
          + " made beside what runs; a new restore point is taken first, so that a rollback can be"
          + " rolled back. The replaced database is kept. The branch stays checked out: the next"
          + " update works as ever. When anything fails, all is as it was.",
      "Exits with 0 when done, 10 when all is as it was, 11 cancelled or answered with no, 20 needs"
          + " attention, 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update restore-points production                 what there is",
      "  safe-update rollback production --plan                what would be lost; changes nothing",
      "  safe-update rollback production                       to the latest of another commit",
      "  safe-update rollback production --to 20261122T100000Z-3f1a2b",
      "  safe-update rollback production --code-only           keeps the database",
      "  safe-update rollback production --yes --json | jq -r .outcome"
    })
final class RollbackCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Option(
      names = "--to",
      paramLabel = "RESTORE_POINT",
      converter = Words.FileWord.class,
      description = "As `restore-points` lists it. Default: the newest that has another commit.")
  private String to;

  @ArgGroup private Half half;

  @Option(
      names = "--force",
      description = "Also where code and database do not fit each other afterwards.")
  private boolean force;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = {"--plan", "--dry-run"},
      description = "Show what would be done and lost, and change nothing.")
  private boolean planOnly;

  @Mixin private DetachOption detach;

  /** Both together would be nothing. */
  static final class Half {
    @Option(names = "--code-only", description = "The database stays as it is.")
    private boolean code;

    @Option(names = "--database-only", description = "Code and images stay as they are.")
    private boolean database;
  }

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    if (!planOnly && !yes && !mayAsk(tools)) {
      throw Refusal.usage(
          "A rollback of " + deployment + " asks first, and there is nobody to ask.",
          "add --yes, or look first with --plan");
    }
    if (!planOnly && yes && tools.output().isJson()) {
      return start(tools, request(Optional.ofNullable(to)));
    }
    return afterLook(tools);
  }

  private static boolean mayAsk(Toolbox tools) {
    return tools.surroundings().keyboard().isThere() && !tools.output().isJson();
  }

  private Answer afterLook(Toolbox tools) throws InterruptedException {
    Inspection seen = new Looking(tools).at(InspectRequest.of(request(Optional.ofNullable(to))));
    RollbackPlan plan = seen.rollback().orElseThrow();
    RollbackText text = new RollbackText(deployment, plan);
    if (plan.rejected().isPresent()) {
      return new Answer(seen, text, ExitCode.REJECTED);
    }
    if (planOnly) {
      return Answer.done(seen, text);
    }
    tools.output().announce(Answer.done(seen, text));
    if (!yes && !isWanted(tools)) {
      return new Answer(seen, style -> "Nothing was changed.\n", ExitCode.CANCELLED);
    }
    return start(tools, request(plan.restorePoint()));
  }

  private boolean isWanted(Toolbox tools) {
    Keyboard keyboard = tools.surroundings().keyboard();
    tools.output().ask("Roll " + deployment + " back? Type yes to go on: ");
    return keyboard.line().map(String::strip).filter("yes"::equalsIgnoreCase).isPresent();
  }

  /** What was shown is what is done, whatever comes between. */
  private Answer start(Toolbox tools, RollbackRequest request) throws InterruptedException {
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }

  private RollbackRequest request(Optional<String> restorePoint) {
    return new RollbackRequest(
        deployment,
        restorePoint,
        half != null && half.code ? Optional.of(true) : Optional.empty(),
        half != null && half.database ? Optional.of(true) : Optional.empty(),
        force ? Optional.of(true) : Optional.empty());
  }
}
