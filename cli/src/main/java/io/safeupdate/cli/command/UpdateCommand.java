package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Updates a deployment. */
@Command(
    name = "update",
    header = "Bring a deployment to a newer commit, or back to where it was.",
    description = {
      "",
      "Takes a restore point first. When anything fails, the old version comes back with its data;"
          + " when even that fails, everything is kept and a person is asked.",
      "Exits with 0 when updated or nothing was to do, 10 rolled back, 11 cancelled, 20 needs"
          + " attention, 30 rejected (nothing was touched), 40 another operation is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update update production                    to the tip of its branch",
      "  safe-update update production --to v2.4.0        to a branch, tag or commit",
      "  safe-update update production --on-failure hold  asks before it rolls back",
      "  safe-update update production --detach           prints the operation's id and returns",
      "  safe-update update production --json | jq -r .outcome"
    })
final class UpdateCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Option(
      names = "--to",
      paramLabel = "REF",
      converter = Words.RefWord.class,
      description = "A branch, tag or commit of the remote. Default: the deployment's branch.")
  private String to;

  @Mixin private PolicyOptions policy;
  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    UpdateRequest request =
        new UpdateRequest(deployment, Optional.ofNullable(to), policy.overrides());
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
