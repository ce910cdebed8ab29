package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.workflows.contract.RecoverRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finishes what an operation left. */
@Command(
    name = "recover",
    header = "Finish the way back of an operation that was terminated or abandoned.",
    description = {
      "",
      "Such an operation leaves the deployment locked, and `status` calls it unfinished. Its steps"
          + " are undone from the host's own journal, so that the old version runs with its data;"
          + " where the new version had been verified already, only the clean-up is done.",
      "Exits with 0 when the deployment is in order again, also when there was nothing to do; 20"
          + " when an undo fails and a person must decide.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update recover production",
      "  safe-update recover production --json | jq -r .outcome"
    })
final class RecoverCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    RecoverRequest request = new RecoverRequest(deployment);
    Answer answer = new Steering(tools, detach.isWanted()).run(session -> session.start(request));
    return answer.exitCode() == ExitCode.ROLLED_BACK
        ? Answer.done(answer.document(), answer.text())
        : answer;
  }
}
