package io.safeupdate.cli.text;

import io.safeupdate.cli.terminal.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows whose columns stand below each other. The last column may be cut to the terminal's width.
 */
public final class Table {
  private static final String GAP = "  ";

  private final Style style;
  private final String indent;
  private final List<List<Cell>> rows = new ArrayList<>();

  public Table(Style style, String indent) {
    this.style = style;
    this.indent = indent;
  }

  Table header(String... titles) {
    return row(Collections.nCopies(titles.length, style::faint), titles);
  }

  /** Adds a row without colours. */
  public Table row(String... cells) {
    return row(Collections.nCopies(cells.length, UnaryOperator.identity()), cells);
  }

  /** Adds a row whose first cell is painted. */
  Table row(UnaryOperator<String> first, String... cells) {
    List<UnaryOperator<String>> paints =
        new ArrayList<>(Collections.nCopies(cells.length, UnaryOperator.identity()));
    paints.set(0, first);
    return row(paints, cells);
  }

  private Table row(List<UnaryOperator<String>> paints, String... texts) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < texts.length; column++) {
      cells.add(new Cell(texts[column], paints.get(column)));
    }
    rows.add(cells);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private String line(List<Cell> row) {
    StringBuilder line = new StringBuilder(indent);
    int taken = indent.length();
    for (int column = 0; column < row.size() - 1; column++) {
      int width = width(column);
      line.append(row.get(column).padded(width)).append(GAP);
      taken += width + GAP.length();
    }
    Cell last = row.get(row.size() - 1);
    String fitting = style.fit(last.text(), taken);
    return (fitting.isEmpty() ? line : line.append(last.paint().apply(fitting)))
        .toString()
        .stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).text().length())
        .max()
        .orElse(0);
  }

  private record Cell(String text, UnaryOperator<String> paint) {
    String padded(int width) {
      return paint.apply(text) + " ".repeat(width - text.length());
    }
  }
}
