package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Table;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.contract.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long the last updates took, and how much of that the application did not answer. The oldest
 * is on the left. A sign below each bar says how it ended; the table says the same without a
 * picture.
 */
final class UpdateChart {
  private static final int STEP = 34;
  private static final int BAR = 20;
  private static final int LEFT = 72;
  private static final int TOP = 14;
  private static final int HEIGHT = 96;

  private final List<OperationDetail> updates;
  private final Visit visit;
  private final double longest;

  /**
   * A chart of them.
   *
   * @param updates newest first
   */
  UpdateChart(List<OperationDetail> updates, Visit visit) {
    List<OperationDetail> oldestFirst = new ArrayList<>(updates);
    Collections.reverse(oldestFirst);
    this.updates = oldestFirst;
    this.visit = visit;
    this.longest = updates.stream().mapToDouble(UpdateChart::seconds).max().orElse(1);
  }

  /** Nothing where nothing was updated yet. */
  Html html() {
    if (updates.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        Pieces.heading("Last updates"),
        Html.tag("figure", "class", "chart").around(picture(), caption()),
        Html.tag("details", "id", "updates")
            .around(Html.tag("summary").text("The same as a table"), table()));
  }

  private Html picture() {
    int width = LEFT + Math.max(6, updates.size()) * STEP;
    List<Html> shapes = new ArrayList<>();
    shapes.add(Html.tag("title", "id", "chart-title").text("Durations of the last updates"));
    shapes.add(Html.tag("desc", "id", "chart-desc").text(summary()));
    shapes.addAll(scale(width));
    for (int i = 0; i < updates.size(); i++) {
      shapes.add(bar(updates.get(i), LEFT + i * STEP));
    }
    return Html.tag("svg", "viewBox", "0 0 " + width + " " + (TOP + HEIGHT + 22), "role", "img")
        .with("aria-labelledby", "chart-title chart-desc")
        .with("width", String.valueOf(width))
        .with("height", String.valueOf(TOP + HEIGHT + 22))
        .around(shapes);
  }

  private List<Html> scale(int width) {
    return List.of(
        line(TOP, width, Words.span(longest)),
        line(TOP + HEIGHT / 2.0, width, Words.span(longest / 2)),
        line(TOP + HEIGHT, width, "0"));
  }

  private static Html line(double y, int width, String label) {
    return Html.of(
        Html.tag("line", "x1", number(LEFT - 4), "x2", number(width), "y1", number(y))
            .with("y2", number(y))
            .empty(),
        Html.tag("text", "x", number(LEFT - 8), "y", number(y + 4), "class", "scale").text(label));
  }

  private Html bar(OperationDetail update, int left) {
    double took = height(seconds(update));
    double down = Math.min(took, height(update.document().downtimeSeconds()));
    Mark mark = mark(update);
    return Html.tag("a", "href", visit.ofOperation(update.document().operation()))
        .with("class", mark.style())
        .around(
            Html.tag("title").text(sentence(update)),
            box("took", left, took),
            box("down", left, down),
            Html.tag("text", "x", number(left + BAR / 2.0), "y", number(TOP + HEIGHT + 16))
                .text(mark.sign()));
  }

  private static Html box(String style, int left, double height) {
    return Html.tag("rect", "class", style, "x", number(left), "y", number(TOP + HEIGHT - height))
        .with("width", number(BAR))
        .with("height", number(height))
        .empty();
  }

  private double height(double seconds) {
    return seconds <= 0 ? 0 : Math.max(1.5, seconds / longest * HEIGHT);
  }

  private static Html caption() {
    return Html.tag("figcaption", "class", "faint")
        .around(
            Html.tag("span", "class", "key took").text("whole duration"),
            Html.tag("span", "class", "key down").text("without service"));
  }

  private String summary() {
    long good = updates.stream().filter(it -> mark(it) == Mark.GOOD).count();
    return Words.count(updates.size(), "update")
        + ", "
        + good
        + " of them went through. The"
        + " longest took "
        + Words.span(longest)
        + ".";
  }

  private String sentence(OperationDetail update) {
    return "%s, %s: took %s, %s without service"
        .formatted(
            Words.utc(update.summary().startedAt()),
            update.document().outcome().map(Outcome::name).orElse("open"),
            Words.span(seconds(update)),
            Words.span(update.document().downtimeSeconds()));
  }

  private Html table() {
    Table table = new Table("Last updates", "Update", "Outcome", "Started", "Took", "No service");
    for (OperationDetail update : updates) {
      table.row(
          visit.operation(update.document().operation()),
          mark(update).before(update.document().outcome().map(Outcome::name).orElse("")),
          Pieces.time(update.summary().startedAt()),
          Html.text(Words.span(seconds(update))),
          Html.text(Words.span(update.document().downtimeSeconds())));
    }
    return table.html();
  }

  private static Mark mark(OperationDetail update) {
    return update.document().outcome().map(Mark::of).orElse(Mark.NOTHING);
  }

  private static double seconds(OperationDetail update) {
    return update
        .summary()
        .endedAt()
        .map(end -> Words.seconds(update.summary().startedAt(), end))
        .orElse(0.0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
