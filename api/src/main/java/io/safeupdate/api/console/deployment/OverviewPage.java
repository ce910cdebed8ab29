package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.TemporalLinks;
import io.safeupdate.api.console.html.Facts;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.console.operation.Phases;
import io.safeupdate.api.console.operation.State;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.workflows.client.OperationEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All deployments, what was done to each last, and the latest operations. */
public final class OverviewPage {
  private final String host;
  private final TemporalLinks temporal;
  private final Instant now;

  public OverviewPage(String host, TemporalLinks temporal, Instant now) {
    this.host = host;
    this.temporal = temporal;
    this.now = now;
  }

  /** A deployment, and its latest operation with its phases. */
  public record Shown(DeploymentEntry deployment, Optional<OperationDetail> last) {}

  public String page(List<Shown> deployments, List<OperationEntry> recent) {
    boolean isLive =
        deployments.stream()
            .flatMap(shown -> shown.deployment().lastOperation().stream())
            .anyMatch(State::isOpen);
    return new Frame("Deployments", "", isLive ? Frame.LIVE : OptionalInt.empty())
        .page(
            Html.tag("h1").text("Deployments on " + host),
            deployments.isEmpty()
                ? nothing()
                : Html.of(deployments.stream().map(this::section).toList()),
            Html.tag("h2").text("Recent operations"),
            recent.isEmpty() ? none() : history(recent));
  }

  private static Html nothing() {
    return Html.tag("p")
        .around(
            Html.text("The configuration has no deployment. Add one: "),
            Html.tag("code").text("safe-update init DIR"));
  }

  private static Html none() {
    return Html.tag("p", "class", "faint").text("No operation yet.");
  }

  private Html section(Shown shown) {
    return Html.tag("section", "class", "card")
        .around(
            Html.tag("h2").text(shown.deployment().name()),
            shown
                .deployment()
                .lastOperation()
                .map(State::of)
                .map(State::line)
                .orElseGet(() -> first(shown)),
            facts(shown).list(),
            shown.last().filter(OperationDetail::isOpen).map(this::timeline).orElse(Html.NOTHING));
  }

  private static Html first(Shown shown) {
    return Html.tag("p", "class", "state")
        .around(
            Mark.NOTHING.before("no operation yet"),
            Html.text(" "),
            Html.tag("code").text("safe-update update " + shown.deployment().name()));
  }

  private Facts facts(Shown shown) {
    DeploymentEntry deployment = shown.deployment();
    Facts facts = new Facts();
    deployment.lastOperation().ifPresent(last -> lastOperation(last, facts));
    facts
        .add("follows", deployment.remote() + "/" + deployment.branch())
        .add("directory", deployment.directory());
    shown
        .last()
        .flatMap(last -> temporal.to(last.summary().operation()))
        .ifPresent(link -> facts.add("look", link));
    return facts;
  }

  private void lastOperation(OperationEntry last, Facts facts) {
    facts.add("last operation", Html.of(link(last), Html.text(", " + when(last))));
    facts.add("commits", Words.move(last.from(), last.to()));
  }

  private String when(OperationEntry last) {
    return State.isOpen(last)
        ? "open for " + took(last)
        : Words.ago(last.startedAt(), now) + ", took " + took(last);
  }

  private Html timeline(OperationDetail open) {
    return Phases.of(open, now).table("Phases of the open operation");
  }

  private Html history(List<OperationEntry> recent) {
    Html head =
        Html.tag("tr")
            .around(
                List.of("Operation", "Deployment", "State", "Started", "Took", "Commits").stream()
                    .map(name -> Html.tag("th", "scope", "col").text(name))
                    .toList());
    return Html.tag("table", "class", "history")
        .around(
            Html.tag("thead").around(head),
            Html.tag("tbody").around(recent.stream().map(this::row).toList()));
  }

  private Html row(OperationEntry operation) {
    State state = State.of(operation);
    return Html.tag("tr")
        .around(
            Html.tag("td").around(link(operation)),
            Html.tag("td").text(operation.deployment()),
            Html.tag("td", "class", "status").around(state.mark().before(state.word())),
            Html.tag("td", "class", "time")
                .around(
                    Html.tag("time", "datetime", operation.startedAt().toString())
                        .text(Words.utc(operation.startedAt()))),
            Html.tag("td", "class", "time").text(took(operation)),
            Html.tag("td", "class", "commit")
                .text(Words.move(operation.from(), operation.to()).orElse("")));
  }

  private Html link(OperationEntry operation) {
    String id = operation.operation();
    return Html.of(
        Html.text(operation.type() + " "),
        Html.tag("a", "href", "operations/" + id, "title", id)
            .around(Html.tag("code").text(id.substring(Math.max(0, id.length() - 6)))));
  }

  private String took(OperationEntry operation) {
    return Words.span(Words.seconds(operation.startedAt(), operation.endedAt().orElse(now)));
  }
}
