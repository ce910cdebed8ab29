package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.session.Session;
import io.safeupdate.workflows.client.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels an operation. */
@Command(
    name = "cancel",
    header = "Stop an operation and bring the old version back.",
    description = {
      "",
      "Follows the way back to its end; Ctrl-C stops watching only. Exits with 0 when it was"
          + " cancelled, else as `update` does: an update that has nearly ended may still succeed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update cancel production",
      "  safe-update cancel 0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e --reason \"wrong release\"",
      "  safe-update cancel production --detach"
    })
final class CancelCommand extends Act {
  @Parameters(
      paramLabel = "ID",
      description = "An operation's id, its beginning or end, or a deployment: its latest.")
  private String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in its history.")
  private String reason = "cancelled on the command line";

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    String who = tools.surroundings().user();
    Answer answer = new Steering(tools, detach.isWanted()).run(session -> cancel(session, who));
    return answer.exitCode() == ExitCode.CANCELLED
        ? Answer.done(answer.document(), answer.text())
        : answer;
  }

  private Operation cancel(Session session, String who) {
    Operation operation = session.resolve(id);
    session.cancel(operation, reason + " (" + who + ")");
    return operation;
  }
}
