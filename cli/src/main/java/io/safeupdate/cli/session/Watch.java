package io.safeupdate.cli.session;

import io.safeupdate.cli.follow.Views;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Output;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.output.Trouble;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.cli.text.OperationText;
import io.safeupdate.cli.text.Question;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Clock;
import java.util.Optional;

/** Follows an operation and answers with how it ended. Ctrl-C ends the watching alone. */
public final class Watch {
  private final Session session;
  private final Output output;
  private final Clock clock;
  private final Commands commands;

  public Watch(Session session, Output output, Clock clock, Commands commands) {
    this.session = session;
    this.output = output;
    this.clock = clock;
    this.commands = commands;
  }

  /**
   * Blocks until the operation has ended or waits for a person with no end in sight.
   *
   * @throws Refusal when a person stopped the watching; the operation goes on
   */
  public Answer follow(Operation operation) {
    output.say(
        "Operation " + operation.id() + " on " + operation.deployment() + ". Ctrl-C " + onCtrlC());
    OperationResult result = watched(operation);
    Optional<Waiting> waiting = waiting(operation, result);
    return new Answer(
        OperationProgress.of(result, waiting),
        OperationText.afterWatching(result, waiting, commands),
        ExitCode.of(result));
  }

  private OperationResult watched(Operation operation) {
    Question question = new Question(operation.id(), commands);
    try (Views views = Views.open(output.progress(), clock, question)) {
      return session.follow(operation, views.listener());
    } catch (InterruptedException e) {
      session.hurry();
      output.say(afterCtrlC());
      throw new Refusal(left(operation));
    }
  }

  private Optional<Waiting> waiting(Operation operation, OperationResult result) {
    return result.outcome() == Outcome.NEEDS_ATTENTION
        ? session.progress(operation).flatMap(OperationProgress::waiting)
        : Optional.empty();
  }

  private String onCtrlC() {
    return session.outlivesUs()
        ? "stops watching; the operation goes on."
        : "stops after the running step; the next `" + commands.run("up") + "` goes on with it.";
  }

  private String afterCtrlC() {
    return session.outlivesUs()
        ? "Stopped watching: the operation goes on."
        : "Stopping once the running step has ended; Ctrl-C again stops at once. Nothing is lost:"
            + " the next `"
            + commands.run("up")
            + "` goes on with the operation.";
  }

  private Trouble left(Operation operation) {
    String follow = "follow it: " + commands.run("show", operation.id(), "--follow");
    String cancel = "cancel it: " + commands.run("cancel", operation.id());
    return new Trouble(
        "Interrupted",
        "Operation " + operation.id() + " on " + operation.deployment() + " is still open.",
        Optional.of(follow + "\n    " + cancel),
        Optional.of(operation.id()),
        ExitCode.INTERRUPTED);
  }
}
