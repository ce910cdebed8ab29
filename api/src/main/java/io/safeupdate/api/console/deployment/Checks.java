package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Table;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import java.util.List;

/** What is checked before anything is done. */
final class Checks {
  private Checks() {}

  static boolean anyFailed(List<Check> checks) {
    return checks.stream().anyMatch(check -> check.status() == CheckStatus.FAILED);
  }

  static Html table(List<Check> checks) {
    Table table = new Table("Checks", "Check", "Result", "What was found");
    checks.forEach(
        it ->
            table.row(
                Html.text(it.name()),
                mark(it.status()),
                Html.of(
                    Html.text(it.message()),
                    it.remedy()
                        .map(remedy -> Html.tag("p", "class", "remedy").text(remedy))
                        .orElse(Html.NOTHING))));
    return table.html();
  }

  /** Those that need somebody's attention; one line where none does. */
  static Html notOk(List<Check> checks) {
    List<Check> told = checks.stream().filter(it -> it.status() != CheckStatus.OK).toList();
    if (!told.isEmpty()) {
      return Html.of(Pieces.heading("Checks"), table(told));
    }
    return checks.isEmpty()
        ? Html.NOTHING
        : Html.tag("p").around(Mark.GOOD.before("all " + checks.size() + " checks are ok"));
  }

  private static Html mark(CheckStatus status) {
    return switch (status) {
      case OK -> Mark.GOOD.before("ok");
      case WARNING -> Mark.WARNING.before("warning");
      case FAILED -> Mark.BAD.before("failed");
    };
  }
}
