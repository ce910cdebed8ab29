package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Waiting;
import java.util.ArrayList;
import java.util.List;

/** The same deeds as commands to copy, for whoever is at the host. */
final class CommandLines {
  private final OperationDetail detail;
  private final OperationProgress document;

  CommandLines(OperationDetail detail) {
    this.detail = detail;
    this.document = detail.document();
  }

  Html html() {
    List<Html> commands = new ArrayList<>();
    document.waiting().ifPresent(waiting -> decisions(waiting, commands));
    commands.addAll(detail.isOpen() ? steering() : afterwards());
    if (document.failure().flatMap(FailureReport::logs).isPresent()) {
      commands.add(command("show " + id() + " --logs", "what the failure looked like"));
    }
    return commands.isEmpty()
        ? Html.NOTHING
        : Html.tag("details", "id", "commands")
            .around(
                Html.tag("summary").text("On the command line"),
                Html.tag("ul", "class", "commands").around(commands));
  }

  private String id() {
    return document.operation();
  }

  private void decisions(Waiting waiting, List<Html> commands) {
    for (Choice choice : waiting.choices()) {
      commands.add(command("decide " + id() + " " + choice.label(), meaning(choice, waiting)));
    }
  }

  private static String meaning(Choice choice, Waiting waiting) {
    return switch (choice) {
      case RETRY -> "tries " + waiting.about() + " again, once the cause is gone";
      case ROLLBACK -> "brings the old version back";
      case ABANDON -> "stops trying: the deployment stays as it is";
    };
  }

  private List<Html> steering() {
    return List.of(
        command("show " + id() + " --follow", "follows it"),
        command("cancel " + id(), "brings the old version back"));
  }

  private List<Html> afterwards() {
    String name = document.deployment();
    return switch (document.outcome().orElse(Outcome.DONE)) {
      case REJECTED ->
          List.of(
              command("doctor " + name, "checks again, changes nothing"),
              command("retry " + id(), "once the cause is gone"));
      case ROLLED_BACK, CANCELLED ->
          List.of(
              command("update " + name, "once a better release is there"),
              command("retry " + id(), "the same again"));
      case NEEDS_ATTENTION ->
          List.of(
              command("recover " + name, "brings the old version back"),
              command(
                  "restore-points " + name, "RECOVER.md in each says how to come back by hand"));
      case UPDATED, ALREADY_CURRENT, DONE -> List.of();
    };
  }

  private static Html command(String words, String meaning) {
    return Html.tag("li")
        .around(
            Html.tag("code").text("safe-update " + words),
            Html.text(" "),
            Html.tag("span", "class", "faint").text(meaning));
  }
}
