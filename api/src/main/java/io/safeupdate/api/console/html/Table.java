package io.safeupdate.api.console.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns; the first cell names its row. On narrow screens each row is a card in
 * which every cell brings its column's name along. The roles are said, because browsers forget them
 * when a style sheet lays a table out differently.
 */
public final class Table {
  private final String caption;
  private final List<String> columns;
  private final List<Html> rows = new ArrayList<>();

  /**
   * @param caption says what it lists to those who cannot see it below its heading
   */
  public Table(String caption, String... columns) {
    this.caption = caption;
    this.columns = List.of(columns);
  }

  /** A row; cells that are nothing take no room on narrow screens. */
  public Table row(Html... cells) {
    return row("", cells);
  }

  /**
   * A row of a kind.
   *
   * @param style what the style sheet calls it
   */
  public Table row(String style, Html... cells) {
    List<Html> written = new ArrayList<>();
    written.add(Html.tag("th", "scope", "row", "role", "rowheader").around(cells[0]));
    for (int i = 1; i < cells.length; i++) {
      written.add(Html.tag("td", "role", "cell", "data-label", columns.get(i)).around(cells[i]));
    }
    Html.Tag row = Html.tag("tr", "role", "row");
    rows.add((style.isEmpty() ? row : row.with("class", style)).around(written));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Nothing where there is no row. */
  public Html html() {
    return rows.isEmpty() ? Html.NOTHING : table();
  }

  private Html table() {
    Html.Tag head = Html.tag("thead", "role", "rowgroup");
    return Html.tag("table", "class", "list", "role", "table")
        .around(
            Html.tag("caption", "class", "unseen").text(caption),
            head.around(Html.tag("tr", "role", "row").around(names())),
            Html.tag("tbody", "role", "rowgroup").around(rows));
  }

  private Iterable<Html> names() {
    return columns.stream()
        .map(name -> Html.tag("th", "scope", "col", "role", "columnheader").text(name))
        .toList();
  }
}
