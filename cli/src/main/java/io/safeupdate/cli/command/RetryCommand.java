package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.session.Session;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts an operation again. */
@Command(
    name = "retry",
    header = "Start an operation that has ended again, with the same request.",
    description = {
      "",
      "A new operation with the same target and settings. One that still waits for a person is"
          + " answered with `decide ID retry` instead.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update retry production",
      "  safe-update retry 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e"
    })
final class RetryCommand extends Act {
  @Parameters(
      paramLabel = "ID",
      description = "An operation's id, its beginning or end, or a deployment: its latest.")
  private String id;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    return new Steering(tools, detach.isWanted()).run(session -> again(tools, session));
  }

  private Operation again(Toolbox tools, Session session) {
    Operation operation = session.resolve(id);
    OperationSummary summary = session.describe(operation).summary();
    if (summary.isOpen()) {
      throw Refusal.usage(
          "operation " + operation.id() + " on " + operation.deployment() + " is still open",
          "look at it: " + tools.commands().run("show", operation.id()));
    }
    return session.start(session.request(operation));
  }
}
