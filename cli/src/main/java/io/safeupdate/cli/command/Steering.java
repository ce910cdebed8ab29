package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.output.Trouble;
import io.safeupdate.cli.session.Session;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operation;
import java.util.Optional;
import java.util.function.Function;

/** Does something to an operation, then follows it, unless that is not wanted. */
final class Steering {
  private final Toolbox tools;
  private final boolean detach;

  Steering(Toolbox tools, boolean detach) {
    this.tools = tools;
    this.detach = detach;
  }

  /**
   * @param deed what is done; answers the operation it was done to
   */
  Answer run(Function<Session, Operation> deed) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    if (detach && !tools.areShared(config)) {
      throw new Refusal(nobodyToLeaveItTo());
    }
    try (Session session = tools.open(config)) {
      Operation operation = deed.apply(session);
      return detach ? detached(operation) : tools.watch(session).follow(operation);
    }
  }

  private Answer detached(Operation operation) {
    String text =
        operation.id()
            + "\n  follow  "
            + tools.commands().run("show", operation.id(), "--follow")
            + "\n  cancel  "
            + tools.commands().run("cancel", operation.id())
            + "\n";
    return Answer.done(
        new Detached(operation.id(), operation.deployment(), Optional.empty()), style -> text);
  }

  private Trouble nobodyToLeaveItTo() {
    return new Trouble(
        "NothingRuns",
        "--detach leaves the operation to a running `safe-update up`, and none runs.",
        "start "
            + tools.commands().run("up")
            + " in another terminal or as a service, or leave --detach out",
        ExitCode.USAGE);
  }

  private record Detached(String operation, String deployment, Optional<String> outcome) {}
}
