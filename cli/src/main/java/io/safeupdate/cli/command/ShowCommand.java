package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.text.ShownOperation;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one operation. */
@Command(
    name = "show",
    header = "Show an operation: its phases, how it ended, what to do now.",
    footer = {
      "",
      "Examples:",
      "  safe-update show 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e",
      "  safe-update show 5c6d7e           by how its id begins or ends",
      "  safe-update show production       the latest of a deployment",
      "  safe-update show production --follow",
      "  safe-update show production --logs   why its latest failed, to the last detail"
    })
final class ShowCommand extends Act {
  @Parameters(
      paramLabel = "ID",
      description = "An operation's id, its beginning or end, or a deployment: its latest.")
  private String id;

  @Option(
      names = {"-f", "--follow"},
      description = "Follow it until it ends, and exit as `update` does.")
  private boolean follow;

  @Option(
      names = "--logs",
      description =
          "Show what its failure looked like, before anything was undone: logs and states of"
              + " containers, resolved compose configuration, migrations, disk. Works on the host"
              + " that ran it.")
  private boolean logs;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    try (Session session = tools.open(config)) {
      Operation operation = session.resolve(id);
      if (logs) {
        return new FailureLogs(session, config.stateDirectory()).of(operation);
      }
      return follow ? tools.watch(session).follow(operation) : shown(tools, session, operation);
    }
  }

  private static Answer shown(Toolbox tools, Session session, Operation operation) {
    OperationSummary summary = session.describe(operation).summary();
    ShownOperation shown =
        session
            .ending(operation)
            .map(ending -> ShownOperation.ended(summary, ending, tools.commands()))
            .orElseGet(
                () -> ShownOperation.open(summary, session.progress(operation), tools.commands()));
    return Answer.done(shown.document(), shown);
  }
}
