package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.RestorePointSummary;

/** The restore points of a deployment. */
public final class RestorePointsText implements Text {
  private final Inspection inspection;

  public RestorePointsText(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public String in(Style style) {
    if (inspection.restorePoints().isEmpty()) {
      return inspection.deployment() + " has no restore point yet: every update takes one.\n";
    }
    Table table = new Table(style, "");
    table.header("restore point", "taken", "commit", "strategy", "backup", "subject");
    inspection.restorePoints().forEach(point -> add(table, point));
    return table.toString();
  }

  private static void add(Table table, RestorePointSummary point) {
    table.row(
        point.id(),
        Spans.utc(point.createdAt()),
        Commits.brief(point.commit()),
        point.complete() ? point.strategy().label() : "",
        point.complete() ? backup(point) : "",
        (point.complete() ? "" : "damaged: ") + point.subject());
  }

  private static String backup(RestorePointSummary point) {
    return point.backup().map(name -> name + size(point)).orElse("none");
  }

  private static String size(RestorePointSummary point) {
    return point.backupBytes().map(bytes -> " (" + Sizes.of(bytes) + ")").orElse("");
  }
}
