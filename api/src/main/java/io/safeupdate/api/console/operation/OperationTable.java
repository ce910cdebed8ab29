package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Table;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationSummary;
import java.time.Instant;
import java.util.List;

/** Operations, a row each. */
public final class OperationTable {
  private final Visit visit;

  public OperationTable(Visit visit) {
    this.visit = visit;
  }

  public Html of(String caption, List<OperationSummary> operations) {
    Table table =
        new Table(
            caption, "Operation", "Deployment", "State", "Started", "Took", "Commits", "Asked by");
    operations.stream().map(OperationEntry::of).forEach(entry -> add(entry, table));
    return table.isEmpty() ? Pieces.aside("No operation.") : table.html();
  }

  private void add(OperationEntry operation, Table table) {
    State state = State.of(operation);
    String name = operation.deployment();
    table.row(
        Html.of(Html.text(operation.type() + " "), visit.operation(operation.operation())),
        Pieces.link(visit.ofDeployment(name), name),
        state.mark().before(state.word()),
        Pieces.time(operation.startedAt()),
        Html.text(took(operation, visit.now())),
        Html.tag("span", "class", "commit")
            .text(Words.move(operation.from(), operation.to()).orElse("")),
        Html.text(operation.requestedBy().orElse("")));
  }

  static String took(OperationEntry operation, Instant now) {
    return Words.span(Words.seconds(operation.startedAt(), operation.endedAt().orElse(now)));
  }
}
