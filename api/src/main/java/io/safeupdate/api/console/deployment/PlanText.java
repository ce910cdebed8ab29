package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Sizes;
import io.safeupdate.api.console.html.Table;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A plan in full. */
record PlanText(Subject subject, Inspection seen, Plan plan) {

  Html html() {
    return Html.of(
        move(),
        commits("Commits", plan.commits()),
        part("Pending migrations", plan.migrations().size(), Pieces.list(plan.migrations())),
        part("Services", plan.services().size(), services()),
        part(
            "New keys: the env file has no value for them yet",
            plan.newEnvKeys().size(),
            Pieces.list(plan.newEnvKeys())),
        strategy(),
        part("Disk", plan.disk().size(), disk()),
        part("Notes", plan.notes().size(), Pieces.list(plan.notes())));
  }

  private Html move() {
    return Words.move(Optional.of(plan.from()), Optional.of(plan.to()))
        .map(move -> Html.tag("p", "class", "move").around(Pieces.code(move)))
        .orElse(Html.NOTHING);
  }

  /** Commits, newest first. */
  static Html commits(String title, List<CommitLine> commits) {
    Table table = new Table(title, "Commit", "Subject", "Author", "Date");
    commits.forEach(
        it ->
            table.row(
                Pieces.commit(it.commit()),
                Html.text(it.subject()),
                Html.text(it.author()),
                Html.text(it.when().atZone(ZoneOffset.UTC).toLocalDate().toString())));
    return part(title, commits.size(), table.html());
  }

  private Html services() {
    Table table = new Table("Services", "Service", "What becomes of it", "Why");
    plan.services()
        .forEach(
            it ->
                table.row(
                    it.change().equals("keep") ? "still" : "",
                    Html.text(it.service()),
                    Html.text(it.change()),
                    Html.text(it.why())));
    return table.html();
  }

  private Html strategy() {
    return plan.strategy()
        .map(
            it ->
                Html.of(
                    Pieces.heading("Way back for the database"),
                    Html.tag("p")
                        .around(
                            Html.tag("strong").text(it.label()),
                            Html.text(plan.strategyReason().map(": "::concat).orElse("")))))
        .orElse(Html.NOTHING);
  }

  private Html disk() {
    Table table = new Table("Disk", "Where", "Needed", "Free", "Enough");
    plan.disk().forEach(it -> table.row(row(it)));
    return table.html();
  }

  private static Html[] row(DiskNeed it) {
    boolean isEnough = it.needed() <= it.free();
    return new Html[] {
      Html.text(it.where()),
      Html.text(Sizes.of(it.needed())),
      Html.text(Sizes.of(it.free())),
      (isEnough ? Mark.GOOD : Mark.BAD).before(isEnough ? "enough" : "not enough")
    };
  }

  /** A part with its heading; nothing where there is nothing in it. */
  static Html part(String title, int count, Html body) {
    return count == 0
        ? Html.NOTHING
        : Html.of(
            Html.tag("h2").around(Html.text(title + " "), Pieces.faint("(" + count + ")")), body);
  }
}
