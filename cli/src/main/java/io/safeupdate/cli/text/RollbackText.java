package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackPlan.RecordedImage;
import io.safeupdate.workflows.contract.RollbackPlan.TableRows;
import java.util.List;

/** What a rollback would do, and what would be lost. */
public final class RollbackText implements Text {
  private final String deployment;
  private final RollbackPlan plan;

  public RollbackText(String deployment, RollbackPlan plan) {
    this.deployment = deployment;
    this.plan = plan;
  }

  @Override
  public String in(Style style) {
    return heading(style)
        + Section.commits("Commits that go", plan.commitsLost(), style)
        + Section.commits("Commits that come", plan.commitsGained(), style)
        + database(style)
        + images(style)
        + Section.bullets("Notes", plan.notes(), style)
        + verdict(style);
  }

  private String heading(Style style) {
    String to =
        plan.restorePoint()
            .map(id -> " to " + id + plan.takenAt().map(at -> ", " + Spans.utc(at)).orElse(""))
            .orElse("");
    String move =
        plan.from().equals(plan.to())
            ? "code stays at " + Commits.brief(plan.from())
            : Commits.move(plan.from(), plan.to());
    return style.strong("Rollback of " + deployment + to) + "\n" + move + "\n";
  }

  private String database(Style style) {
    if (plan.database().isEmpty()) {
      return "\n" + style.strong("Database") + "\n  stays as it is\n";
    }
    Table table = new Table(style, "  ");
    plan.tables().forEach(it -> table.row(it.table(), change(it)));
    String rows = plan.tables().isEmpty() ? "  no table has another number of rows\n" : "";
    return "\n"
        + style.strong("Database")
        + "\n  comes from "
        + plan.database().get()
        + "\n"
        + rows
        + table;
  }

  private static String change(TableRows rows) {
    String about = rows.exact() ? "" : "about ";
    if (rows.then().isEmpty()) {
      return "goes, with " + about + rows.now().orElse(0L) + " rows";
    }
    if (rows.now().isEmpty()) {
      return "comes, with " + about + rows.then().get() + " rows";
    }
    String change =
        rows.lost() > 0
            ? about + rows.lost() + " rows are lost"
            : about + -rows.lost() + " rows come";
    return "%s (%d now, %d then)".formatted(change, rows.now().get(), rows.then().get());
  }

  private String images(Style style) {
    List<RecordedImage> gone = plan.images().stream().filter(image -> !image.present()).toList();
    Table table = new Table(style, "  ");
    gone.forEach(image -> table.row(image.service(), image.reference(), "pruned"));
    return Section.table("Images to be made again", gone.size(), table, style);
  }

  private String verdict(Style style) {
    return plan.rejected()
        .map(
            failure ->
                "\n"
                    + Mark.BAD.in(style)
                    + " "
                    + Mark.BAD.paint("A rollback would be rejected", style)
                    + " ("
                    + failure.type()
                    + ")\n"
                    + Prose.indented(failure.message(), "  ", style))
        .orElse(
            "\n"
                + Prose.indented(
                    "A restore point of how all is now is taken first: a rollback to that brings"
                        + " it back, with every row.",
                    "",
                    style));
  }
}
