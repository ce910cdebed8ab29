package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Form;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Notice;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.Look;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Plan;
import jakarta.ws.rs.ForbiddenException;
import java.time.Duration;
import java.util.Optional;

/** What an update would do, and the button that does exactly that. */
public final class PlanPage {
  private final Subject subject;
  private final Optional<String> to;
  private final Look look;

  /**
   * The plan that was made last, if one was.
   *
   * @param to what is to be planned; empty: the tip of the branch
   */
  public PlanPage(Subject subject, Optional<String> to) {
    this.subject = subject;
    this.to = to;
    this.look = subject.visit().looks().known(subject.visit().operations(), request(subject, to));
  }

  /**
   * Begins to make a plan.
   *
   * @return the address of the page that will show it
   * @throws ForbiddenException when it is asked by somebody who may not: images are built for it
   */
  public static String begin(Subject subject, Optional<String> to) {
    if (!subject.may(OperationType.UPDATE)) {
      throw new ForbiddenException(
          "To plan an update of " + subject.name() + " takes the role operator.");
    }
    Visit visit = subject.visit();
    visit.looks().at(visit.operations(), request(subject, to), visit.now(), Duration.ZERO);
    return subject.to("plan") + to.map(ref -> "?to=" + Visit.encoded(ref)).orElse("");
  }

  private static InspectRequest request(Subject subject, Optional<String> to) {
    return new InspectRequest(subject.name(), Optional.of(Depth.PLAN), to);
  }

  /**
   * The whole page.
   *
   * @param notice what is to be said first, such as a refusal
   */
  public String page(Html notice) {
    return subject
        .frame("Update " + subject.name(), "Update", look)
        .saying(look.isUnderWay() ? "The plan is being made." : "The plan is made.")
        .page(
            Html.tag("h1").text("Update " + subject.name()),
            notice,
            subject.busy(),
            subject.may(OperationType.UPDATE) ? question() : Html.NOTHING,
            Seen.line(look, subject.visit().now()),
            look.seen().map(this::plan).orElse(Html.NOTHING));
  }

  private Html question() {
    String tip = subject.config().remote() + "/" + subject.config().branch();
    Form form =
        subject
            .visit()
            .form(subject.to("plan"))
            .text("to", "Branch, tag or commit (empty: the tip of " + tip + ")", to.orElse(""));
    return Html.tag("div", "class", "ask")
        .around(
            (look.seen().isPresent() ? form.plain("Plan again") : form.button("Make a plan"))
                .html(),
            Pieces.aside(
                "Fetches, and builds the images under tags of their own. Takes as long as a build."
                    + " What runs is not touched."));
  }

  private Html plan(Inspection seen) {
    return seen.plan()
        .map(plan -> Html.of(verdict(seen, plan), new PlanText(subject, seen, plan).html()))
        .orElseGet(
            () ->
                Html.of(Notice.of(Mark.BAD, "No plan could be made"), Checks.notOk(seen.checks())));
  }

  private Html verdict(Inspection seen, Plan plan) {
    if (plan.rejected().isPresent()) {
      return Html.of(
          Notice.of(
              Mark.BAD,
              "An update would be rejected in " + plan.rejected().get().phase(),
              Html.tag("pre").text(plan.rejected().get().message())),
          Checks.notOk(seen.checks()));
    }
    if (Checks.anyFailed(seen.checks())) {
      return Html.of(
          Notice.of(Mark.BAD, "An update would be rejected"), Checks.notOk(seen.checks()));
    }
    return isOutdated() ? outdated() : start(seen, plan);
  }

  private Html start(Inspection seen, Plan plan) {
    if (plan.from().equals(plan.to())) {
      return Notice.of(Mark.GOOD, "There is nothing to update");
    }
    Html form =
        subject.may(OperationType.UPDATE) && subject.open().isEmpty()
            ? new UpdateForm(subject, plan).html()
            : Html.NOTHING;
    return Html.of(form, Checks.notOk(seen.checks()));
  }

  /** Something was done to the deployment since the plan was made. */
  private boolean isOutdated() {
    return subject
        .last()
        .flatMap(OperationSummary::endedAt)
        .filter(ended -> look.seenAt().filter(ended::isAfter).isPresent())
        .isPresent();
  }

  private static Html outdated() {
    return Notice.of(
        Mark.WARNING,
        "Something was done since this plan was made",
        Pieces.paragraph("Make a new one, to see what an update would do now."));
  }
}
