package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Facts;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.console.look.Look;
import io.safeupdate.api.console.operation.Phases;
import io.safeupdate.api.console.operation.State;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Depth;
import java.time.Duration;

/** A deployment among others: what is known of it at once. */
final class Card {
  /** A page that stays open is not to keep the worker busy. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final Subject subject;
  private final Visit visit;
  private final Look look;

  Card(Subject subject) {
    this.subject = subject;
    this.visit = subject.visit();
    this.look = subject.look(Depth.BACKUPS, FRESH, PATIENCE);
  }

  boolean waits() {
    return subject.open().filter(OverviewPage::waits).isPresent();
  }

  boolean isLive() {
    return subject.open().isPresent() || look.isUnderWay();
  }

  Html html() {
    return Html.tag("section", "class", "card")
        .around(
            Html.tag("h2").around(Pieces.link(subject.to(), subject.name())),
            subject.last().map(this::state).orElseGet(Card::first),
            waits() ? subject.busy() : Html.NOTHING,
            facts().list(),
            subject.open().map(this::timeline).orElse(Html.NOTHING),
            Seen.line(look, visit.now()),
            ways());
  }

  private Html state(OperationSummary last) {
    return State.of(OperationEntry.of(last)).line();
  }

  private static Html first() {
    return Html.tag("p", "class", "state").around(Mark.NOTHING.before("no operation yet"));
  }

  private Facts facts() {
    Facts facts =
        look.seen()
            .map(seen -> new Standing(seen, visit.now()).brief())
            .orElseGet(() -> new Facts().add("follows", followed()));
    subject.last().ifPresent(last -> facts.add("last operation", operation(last)));
    return facts;
  }

  private String followed() {
    return subject.config().remote() + "/" + subject.config().branch();
  }

  private Html operation(OperationSummary last) {
    double took = Words.seconds(last.startedAt(), last.endedAt().orElse(visit.now()));
    return Html.of(
        Html.text(last.type() + " "),
        visit.operation(last.operation().id()),
        Html.text(last.isOpen() ? ", open for " : ", "),
        last.isOpen() ? Html.NOTHING : Pieces.ago(last.startedAt(), visit.now()),
        Html.text((last.isOpen() ? "" : ", took ") + Words.span(took)));
  }

  private Html timeline(OperationSummary open) {
    OperationDetail detail = visit.operations().find(open.operation().id());
    return Phases.of(detail, visit.now()).table("Phases of the open operation");
  }

  private Html ways() {
    return Html.tag("p", "class", "ways")
        .around(
            Pieces.link(subject.to("plan"), "Plan an update"),
            Html.text(" "),
            Pieces.link(subject.to("backups"), "Backups"),
            Html.text(" "),
            Pieces.link(subject.to("restore-points"), "Restore points"));
  }
}
