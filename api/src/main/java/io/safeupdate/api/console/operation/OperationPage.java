package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.Menu;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Facts;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** One operation: where it stands, why, its phases, its way back and what to do now. */
public final class OperationPage {
  private static final OptionalInt LIVE = OptionalInt.of(2);

  private final Visit visit;
  private final OperationDetail detail;
  private final OperationSummary summary;
  private final OperationProgress document;
  private final Steering steering;
  private final Instant now;

  public OperationPage(Visit visit, OperationDetail detail) {
    this.visit = visit;
    this.detail = detail;
    this.summary = detail.summary();
    this.document = detail.document();
    this.steering = new Steering(visit, detail);
    this.now = visit.now();
  }

  /**
   * The whole page.
   *
   * @param notice what is to be said first, such as a refusal
   */
  public String page(Html notice) {
    String title = summary.type() + " on " + document.deployment();
    State state = State.of(OperationEntry.of(summary));
    return Frame.of(visit, title, Menu.of(document.deployment(), ""))
        .refreshing(detail.isOpen() ? LIVE : OptionalInt.empty())
        .saying(state.word())
        .page(
            Html.tag("h1").text(title),
            state.line(),
            notice,
            document.waiting().map(steering::question).orElse(Html.NOTHING),
            document.failure().map(this::cause).orElse(Html.NOTHING),
            facts().list(),
            steering.cancel(),
            whatNow(),
            Pieces.heading("Phases"),
            Phases.of(detail, now).table("Phases"),
            wayBack(),
            notes(),
            new FailureLogs(visit, document).html(),
            new CommandLines(detail).html());
  }

  private Facts facts() {
    Facts facts =
        new Facts()
            .add("operation", Pieces.code(document.operation()))
            .add("started", Pieces.time(summary.startedAt()))
            .add(detail.isOpen() ? "for" : "took", took())
            .add("asked by", summary.origin().map(OperationPage::askedBy))
            .add("commits", Words.move(document.from(), document.to()))
            .add(document.type().map(OperationType::noun).orElse("made"), document.made())
            .add("strategy", document.strategy().map(Strategy::label))
            .add("restore point", document.restorePoint());
    if (touchedSomething()) {
      facts.add("downtime", Words.span(document.downtimeSeconds()));
    }
    visit.temporal().to(summary.operation()).ifPresent(link -> facts.add("look", link));
    return facts;
  }

  private static String askedBy(Origin origin) {
    return origin.who() + origin.from().map(" from "::concat).orElse("");
  }

  private String took() {
    return Words.span(Words.seconds(summary.startedAt(), summary.endedAt().orElse(now)));
  }

  private boolean touchedSomething() {
    return document
        .outcome()
        .filter(it -> it != Outcome.ALREADY_CURRENT && it != Outcome.REJECTED)
        .isPresent();
  }

  private Html cause(FailureReport failure) {
    boolean overcome = document.outcome().filter(Outcome.UPDATED::equals).isPresent();
    String heading = overcome ? "Failed at first in " : "Failed in ";
    return Html.tag("section", "class", "cause")
        .around(
            Html.tag("h2").text(heading + failure.phase() + " (" + failure.type() + ")"),
            Html.tag("pre").text(failure.message()));
  }

  private Html wayBack() {
    return Phases.wayBack(detail, now)
        .map(steps -> Html.of(Html.tag("h2").text("The way back"), steps.table("The way back")))
        .orElse(Html.NOTHING);
  }

  private Html notes() {
    if (document.notes().isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> notes = document.notes().stream().map(note -> Html.tag("li").text(note)).toList();
    return Html.of(Html.tag("h2").text("Notes"), Html.tag("ul", "class", "notes").around(notes));
  }

  private Html whatNow() {
    List<Html> ways = detail.isOpen() ? List.of() : steering.afterwards();
    return ways.isEmpty() ? Html.NOTHING : Html.tag("div", "class", "deeds").around(ways);
  }
}
