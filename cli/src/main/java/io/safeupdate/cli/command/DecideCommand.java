package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.session.Session;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers an operation that waits for a person. */
@Command(
    name = "decide",
    header = "Answer an operation that waits for a person.",
    description = {
      "",
      "retry     tries the failed step again; remove its cause first",
      "rollback  brings the old version back (where the update itself waits)",
      "abandon   stops trying: the deployment stays as it is, nothing is destroyed",
      "",
      "Follows the operation afterwards, and exits as `update` does.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update decide production retry",
      "  safe-update decide 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e rollback --reason \"no time\""
    })
final class DecideCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "An operation's id, its beginning or end, or a deployment: its latest.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "retry|rollback|abandon",
      description = "What it does next.",
      converter = Words.ChoiceWord.class)
  private Choice choice;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in its history.")
  private String reason;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    Optional<String> who = Optional.of(tools.surroundings().user());
    Decision decision = new Decision(choice, who, Optional.ofNullable(reason));
    return new Steering(tools, detach.isWanted()).run(session -> decide(session, decision));
  }

  private Operation decide(Session session, Decision decision) {
    Operation operation = session.resolve(id);
    session.decide(operation, decision);
    return operation;
  }
}
