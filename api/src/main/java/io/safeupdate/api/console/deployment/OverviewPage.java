package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.Menu;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.operation.OperationTable;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All deployments, and the latest operations. What waits for a person comes first. */
public final class OverviewPage {
  private static final int RECENT = 12;

  /** While nothing happens, somebody else may begin something. */
  private static final OptionalInt IDLE = OptionalInt.empty();

  private final Visit visit;

  public OverviewPage(Visit visit) {
    this.visit = visit;
  }

  public String page() {
    List<Card> cards =
        visit.operations().config().deployments().keySet().stream()
            .map(name -> new Card(new Subject(visit, name)))
            .sorted(Comparator.comparing(card -> !card.waits()))
            .toList();
    List<OperationSummary> recent = visit.operations().list(Optional.empty(), RECENT);
    return Frame.of(visit, "Deployments", Menu.of("Overview"))
        .refreshing(cards.stream().anyMatch(Card::isLive) ? Frame.LIVE : IDLE)
        .saying(news(recent))
        .page(
            Html.tag("h1").text("Deployments on " + visit.host()),
            cards.isEmpty() ? nothing() : Html.of(cards.stream().map(Card::html).toList()),
            Pieces.heading("Recent operations"),
            new OperationTable(visit).of("Recent operations", recent));
  }

  private static Html nothing() {
    return Html.tag("p")
        .around(
            Html.text("The configuration has no deployment. Add one: "),
            Pieces.code("safe-update init DIR"));
  }

  private static String news(List<OperationSummary> recent) {
    long waiting = recent.stream().filter(OverviewPage::waits).count();
    long open = recent.stream().filter(OperationSummary::isOpen).count();
    return open + " open, " + waiting + " waiting for a decision";
  }

  static boolean waits(OperationSummary operation) {
    return operation.isOpen()
        && operation.outcome().filter(Outcome.NEEDS_ATTENTION::equals).isPresent();
  }
}
