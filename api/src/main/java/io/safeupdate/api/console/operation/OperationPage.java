package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.TemporalLinks;
import io.safeupdate.api.console.html.Facts;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** One operation: where it stands, why, its phases, its way back and what to do now. */
public final class OperationPage {
  private final OperationDetail detail;
  private final OperationSummary summary;
  private final OperationProgress document;
  private final TemporalLinks temporal;
  private final Instant now;

  public OperationPage(OperationDetail detail, TemporalLinks temporal, Instant now) {
    this.detail = detail;
    this.summary = detail.summary();
    this.document = detail.document();
    this.temporal = temporal;
    this.now = now;
  }

  public String page() {
    String title = summary.type() + " on " + document.deployment();
    return new Frame(title, "../", detail.isOpen() ? Frame.LIVE : OptionalInt.empty())
        .page(
            Html.tag("h1").text(title),
            State.of(OperationEntry.of(summary)).line(),
            document.waiting().map(this::question).orElse(Html.NOTHING),
            document.failure().map(this::cause).orElse(Html.NOTHING),
            facts().list(),
            Html.tag("h2").text("Phases"),
            Phases.of(detail, now).table("Phases"),
            wayBack(),
            notes(),
            whatNow());
  }

  private Facts facts() {
    Facts facts =
        new Facts()
            .add("operation", Html.tag("code").text(document.operation()))
            .add("started", Words.utc(summary.startedAt()))
            .add(detail.isOpen() ? "for" : "took", took())
            .add("commits", Words.move(document.from(), document.to()))
            .add(document.type().map(OperationType::noun).orElse("made"), document.made())
            .add("strategy", document.strategy().map(Strategy::label))
            .add("restore point", document.restorePoint())
            .add("logs", document.failure().flatMap(FailureReport::logs));
    if (touchedSomething()) {
      facts.add("downtime", Words.span(document.downtimeSeconds()));
    }
    temporal.to(summary.operation()).ifPresent(link -> facts.add("look", link));
    return facts;
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

  private Html question(Waiting waiting) {
    String until =
        waiting.until().map(when -> "Rolls back by itself at " + Words.utc(when) + ".").orElse("");
    List<Html> choices = waiting.choices().stream().map(choice -> choice(choice, waiting)).toList();
    return Html.tag("section", "class", "question")
        .around(
            Html.tag("h2").text("Waits for a decision about " + waiting.about()),
            Html.tag("pre").text(waiting.reason()),
            Html.tag("p").text(until),
            Html.tag("ul", "class", "commands").around(choices));
  }

  private Html choice(Choice choice, Waiting waiting) {
    String meaning =
        switch (choice) {
          case RETRY -> "tries " + waiting.about() + " again, once the cause is gone";
          case ROLLBACK -> "brings the old version back";
          case ABANDON -> "stops trying: the deployment stays as it is";
        };
    return command("decide " + document.operation() + " " + choice.label(), meaning);
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
    List<Html> steps = new ArrayList<>(detail.isOpen() ? steering() : afterwards());
    if (document.failure().flatMap(FailureReport::logs).isPresent()) {
      steps.add(
          command("show " + document.operation() + " --logs", "what the failure looked like"));
    }
    return steps.isEmpty()
        ? Html.NOTHING
        : Html.of(
            Html.tag("h2").text("What now"), Html.tag("ul", "class", "commands").around(steps));
  }

  private List<Html> steering() {
    return List.of(
        command("show " + document.operation() + " --follow", "follows it"),
        command("cancel " + document.operation(), "brings the old version back"));
  }

  private List<Html> afterwards() {
    String name = document.deployment();
    return switch (document.outcome().orElse(Outcome.DONE)) {
      case REJECTED ->
          List.of(
              command("doctor " + name, "checks again, changes nothing"),
              command("retry " + document.operation(), "once the cause is gone"));
      case ROLLED_BACK, CANCELLED ->
          List.of(
              command("update " + name, "once a better release is there"),
              command("retry " + document.operation(), "the same again"));
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
