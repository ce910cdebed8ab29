package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.Evidence;
import io.safeupdate.api.console.look.Evidence.Excerpt;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import java.util.List;

/** What a failure looked like: logs, as the host kept them; or where they are. */
record FailureLogs(Visit visit, OperationProgress document) {

  /** Nothing where nothing was kept. */
  Html html() {
    return document.failure().flatMap(FailureReport::logs).map(this::html).orElse(Html.NOTHING);
  }

  private Html html(String folder) {
    List<Excerpt> excerpts =
        new Evidence(visit.operations().config().stateDirectory())
            .of(document.deployment(), document.operation());
    return Html.of(
        Pieces.heading("Logs"),
        Html.tag("p", "class", "faint logs")
            .around(
                Html.text(excerpts.isEmpty() ? "On the host, in " : "Kept on the host in "),
                Pieces.code(folder)),
        Html.of(excerpts.stream().map(FailureLogs::html).toList()));
  }

  private static Html html(Excerpt excerpt) {
    String name = excerpt.name() + (excerpt.isCut() ? " (its end)" : "");
    return Html.tag("details", "class", "log", "id", "log-" + excerpt.name())
        .around(
            Html.tag("summary").text(name),
            Html.tag("pre", "tabindex", "0", "aria-label", excerpt.name(), "role", "region")
                .text(excerpt.text().replace("\r", "")));
  }
}
