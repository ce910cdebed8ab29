package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Waiting;
import java.util.Optional;

/** What to do after an operation, as commands to copy. */
final class NextSteps implements Text {
  private final OperationResult result;
  private final Optional<Waiting> waiting;
  private final Commands commands;

  NextSteps(OperationResult result, Optional<Waiting> waiting, Commands commands) {
    this.result = result;
    this.waiting = waiting;
    this.commands = commands;
  }

  @Override
  public String in(Style style) {
    Table steps = steps(style);
    return steps.isEmpty() ? "" : "\n" + style.strong("What now") + "\n" + steps;
  }

  private Table steps(Style style) {
    // Commands are to be copied whole: they are never cut to the width of a terminal.
    Table steps = new Table(new Style(style.colour(), Style.PLAIN.width()), "  ");
    switch (result.outcome()) {
      case REJECTED -> {
        if (result.type().filter(OperationType.RESTORE::equals).isPresent()) {
          steps.row(commands.run("backups", result.deployment()), "which backups there are");
        }
        steps.row(commands.run("doctor", result.deployment()), "checks again, changes nothing");
        steps.row(commands.run("retry", result.operation()), "once the cause is gone");
      }
      case ROLLED_BACK, CANCELLED -> {
        if (result.ofUpdate()) {
          steps.row(commands.run("update", result.deployment()), "once a better release is there");
        }
        steps.row(commands.run("retry", result.operation()), "the same again");
      }
      case NEEDS_ATTENTION -> attend(steps);
      case DONE -> {
        if (result.type().filter(OperationType.ROLLBACK::equals).isPresent()) {
          result.restorePoint().ifPresent(id -> forward(steps, id));
        }
      }
      case UPDATED, ALREADY_CURRENT -> {}
    }
    if (result.failure().flatMap(FailureReport::logs).isPresent()) {
      steps.row(
          commands.run("show", result.operation(), "--logs"),
          "what the failure looked like: logs, containers, disk");
    }
    return steps;
  }

  private void forward(Table steps, String restorePoint) {
    steps.row(
        commands.run("rollback", result.deployment(), "--to", restorePoint),
        "goes back to how it was before this rollback");
    steps.row(commands.run("update", result.deployment()), "once a better release is there");
  }

  private void attend(Table steps) {
    if (waiting.isEmpty()) {
      steps.row(commands.run("recover", result.deployment()), "brings the old version back");
      steps.row(
          commands.run("restore-points", result.deployment()),
          "RECOVER.md in each says how to come back by hand");
      steps.row(commands.run("show", result.operation()), "what was tried");
    }
    waiting.ifPresent(
        it ->
            it.choices()
                .forEach(
                    choice ->
                        steps.row(
                            commands.decide(result.operation(), choice), meaning(choice, it))));
  }

  private static String meaning(Choice choice, Waiting waiting) {
    return switch (choice) {
      case RETRY -> "tries " + waiting.about() + " again, once the cause is gone";
      case ROLLBACK -> "brings the old version back";
      case ABANDON -> "stops trying: the deployment stays as it is";
    };
  }
}
