package io.safeupdate.cli.text;

import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import java.time.ZoneOffset;
import java.util.List;

/** Parts of a longer text, each under its title; empty where there is nothing to tell. */
final class Section {
  private Section() {}

  /** A table, its title with the number of its rows. */
  static String table(String title, int count, Table table, Style style) {
    return count == 0 ? "" : "\n" + style.strong(title) + " (" + count + ")\n" + table;
  }

  /** Commits with their dates and authors. */
  static String commits(String title, List<CommitLine> commits, Style style) {
    Table table = new Table(style, "  ");
    commits.forEach(
        it ->
            table.row(
                style::warning,
                Commits.brief(it.commit()),
                it.when().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                it.author(),
                it.subject()));
    return table(title, commits.size(), table, style);
  }

  /** Sentences, each with a dash. */
  static String bullets(String title, List<String> items, Style style) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(Prose.indented("- " + item, "  ", style)));
    return items.isEmpty() ? "" : "\n" + style.strong(title) + "\n" + text;
  }
}
