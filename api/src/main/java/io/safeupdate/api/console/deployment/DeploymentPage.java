package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Notice;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.Look;
import io.safeupdate.api.console.operation.OperationTable;
import io.safeupdate.api.console.operation.State;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one deployment stands, and what can be done with it. */
public final class DeploymentPage {
  private static final int RECENT = 8;

  private final Subject subject;
  private final Look look;

  public DeploymentPage(Subject subject) {
    this.subject = subject;
    this.look = subject.look(Depth.BACKUPS);
  }

  /**
   * The whole page.
   *
   * @param notice what is to be said first, such as a refusal
   */
  public String page(Html notice) {
    return subject
        .frame(subject.name(), "Status", look)
        .page(
            Html.tag("h1").text(subject.name()),
            notice,
            subject.busy(),
            unfinished(),
            last(),
            standing(),
            Seen.line(look, subject.visit().now()),
            deeds(),
            services(),
            chart(),
            Pieces.heading("Latest operations"),
            new OperationTable(subject.visit())
                .of(
                    "Latest operations",
                    subject.visit().operations().list(Optional.of(subject.name()), RECENT)));
  }

  private Html last() {
    return subject
        .last()
        .filter(last -> !last.isOpen())
        .map(last -> State.of(OperationEntry.of(last)).line())
        .orElse(Html.NOTHING);
  }

  private Html standing() {
    return look.seen()
        .map(seen -> new Standing(seen, subject.visit().now()).all().list())
        .orElse(Html.NOTHING);
  }

  private Html services() {
    return look.seen()
        .map(seen -> new Services(seen.services(), subject.visit().now()).table())
        .map(table -> Html.of(Pieces.heading("Services"), table))
        .orElse(Html.NOTHING);
  }

  private Html chart() {
    return new UpdateChart(new Pauses(subject).updates(), subject.visit()).html();
  }

  private Html unfinished() {
    return look.seen().flatMap(Inspection::unfinished).map(this::unfinished).orElse(Html.NOTHING);
  }

  private Html unfinished(String operation) {
    Html recover =
        subject.may(OperationType.RECOVERY)
            ? subject
                .visit()
                .form(subject.to("recover"))
                .button("Bring the old version of " + subject.name() + " back")
                .html()
            : Html.NOTHING;
    return Notice.of(
        Mark.WARNING,
        "An operation ended without its way back",
        Html.tag("p").around(Html.text("It was "), subject.visit().operation(operation)),
        recover);
  }

  private Html deeds() {
    List<Html> deeds = new ArrayList<>();
    if (subject.may(OperationType.UPDATE)) {
      deeds.add(way("plan", "Plan an update"));
    }
    if (subject.may(OperationType.ROLLBACK)) {
      deeds.add(way("rollback", "Roll back …"));
    }
    if (subject.may(OperationType.COPY) && subject.config().acceptsCopies()) {
      deeds.add(way("copy", "Replace its database by a copy …"));
    }
    return Html.tag("p", "class", "deeds").around(deeds);
  }

  private Html way(String page, String words) {
    return Html.tag("a", "class", "button", "href", subject.to(page)).text(words);
  }
}
