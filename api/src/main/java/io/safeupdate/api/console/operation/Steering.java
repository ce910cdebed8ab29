package io.safeupdate.api.console.operation;

import io.safeupdate.api.access.Role;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Form;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done with an operation: deciding, cancelling, starting it again. */
final class Steering {
  private final Visit visit;
  private final OperationDetail detail;
  private final OperationProgress document;

  Steering(Visit visit, OperationDetail detail) {
    this.visit = visit;
    this.detail = detail;
    this.document = detail.document();
  }

  private boolean may() {
    Role needed = type().map(Role::toRun).orElse(Role.ADMIN);
    return visit.caller().may(needed, document.deployment());
  }

  private Optional<OperationType> type() {
    return OperationType.of(detail.summary().type());
  }

  private Form form(String deed) {
    return visit.form(visit.ofOperation(document.operation()) + "/" + deed);
  }

  /** What it asks, with a button for each answer. */
  Html question(Waiting waiting) {
    return Html.tag("section", "class", "question", "id", "question")
        .around(
            Pieces.heading("Waits for a decision about " + waiting.about()),
            Html.tag("pre").text(waiting.reason()),
            waiting
                .until()
                .map(when -> "Rolls back by itself at " + Words.utc(when) + ".")
                .map(Pieces::paragraph)
                .orElse(Html.NOTHING),
            may() ? answers(waiting) : Pieces.aside("To decide takes another role than yours."));
  }

  private Html answers(Waiting waiting) {
    List<Html> choices = waiting.choices().stream().map(it -> choice(it, waiting)).toList();
    return form("decide")
        .text("reason", "Why (kept with the decision; may be empty)", "")
        .with(Html.tag("ul", "class", "choices").around(choices))
        .html();
  }

  private static Html choice(Choice choice, Waiting waiting) {
    String style = choice == Choice.ABANDON ? "danger" : "plain";
    return Html.tag("li")
        .around(
            Html.tag("button", "type", "submit", "name", "decision", "value", choice.label())
                .with("class", style)
                .text(label(choice, waiting)),
            Html.text(" "),
            Pieces.faint(meaning(choice)));
  }

  private static String label(Choice choice, Waiting waiting) {
    return switch (choice) {
      case RETRY -> "Retry " + waiting.about();
      case ROLLBACK -> "Roll back";
      case ABANDON -> "Abandon";
    };
  }

  private static String meaning(Choice choice) {
    return switch (choice) {
      case RETRY -> "tries it again, once the cause is gone";
      case ROLLBACK -> "brings the old version back, with its data";
      case ABANDON -> "stops trying: the deployment stays as it is, for a person to go on by hand";
    };
  }

  /** A button that asks first. */
  Html cancel() {
    if (!detail.isOpen() || !may()) {
      return Html.NOTHING;
    }
    return Html.tag("details", "id", "cancel", "class", "confirm")
        .around(
            Html.tag("summary").text("Cancel …"),
            Pieces.paragraph(
                "Stops after the running step, and brings "
                    + document.deployment()
                    + " back to how it was, with its data."),
            form("cancel").danger("Cancel this " + noun()).html());
  }

  private String noun() {
    return type().map(OperationType::noun).orElse("operation");
  }

  /** What to do now that it is over. */
  List<Html> afterwards() {
    return switch (document.outcome().orElseThrow()) {
      case REJECTED -> some(page("checks", "Check again"), again());
      case ROLLED_BACK, CANCELLED -> some(page("plan", "Plan an update"), again());
      case NEEDS_ATTENTION -> some(recover(), page("restore-points", "Restore points"));
      case DONE -> some(forward());
      case UPDATED, ALREADY_CURRENT -> List.of();
    };
  }

  @SafeVarargs
  private static List<Html> some(Optional<Html>... ways) {
    List<Html> there = new ArrayList<>();
    for (Optional<Html> way : ways) {
      way.ifPresent(there::add);
    }
    return there;
  }

  private Optional<Html> page(String page, String words) {
    String address = visit.ofDeployment(document.deployment(), page);
    return Optional.of(Html.tag("a", "class", "button", "href", address).text(words));
  }

  private Optional<Html> again() {
    return type()
        .filter(type -> visit.may(type, document.deployment()))
        .map(type -> visit.operations().request(document.operation()).inWords())
        .map(words -> form("retry").plain(words + ", once more").html());
  }

  private Optional<Html> recover() {
    return Optional.of(OperationType.RECOVERY)
        .filter(type -> visit.may(type, document.deployment()))
        .map(type -> visit.ofDeployment(document.deployment(), "recover"))
        .map(action -> visit.form(action).button("Bring the old version back").html());
  }

  /** A rollback can be rolled back. */
  private Optional<Html> forward() {
    return type()
        .filter(OperationType.ROLLBACK::equals)
        .flatMap(type -> document.restorePoint())
        .map(id -> "rollback?to=" + Visit.encoded(id))
        .flatMap(page -> page(page, "Go back to how it was before this rollback …"));
  }
}
