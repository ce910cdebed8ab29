package io.safeupdate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.terminal.Style;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columns_stand_below_each_other_and_lines_end_without_blanks() {
    Table table = new Table(Style.PLAIN, "  ");
    table.row("a", "", "x");
    table.row("longer", "b", "");

    assertThat(table).hasToString("  a          x\n  longer  b\n");
  }

  @Test
  void the_last_column_is_cut_to_the_terminal() {
    Table table = new Table(new Style(false, 12), "");
    table.row("name", "a long explanation");

    assertThat(table).hasToString("name  a lon…\n");
  }

  @Test
  void colours_do_not_move_columns() {
    Style style = new Style(true, 40);
    Table table = new Table(style, "");
    table.row(style::good, "✓", "one");

    assertThat(table).hasToString("\u001b[32m✓\u001b[0m  one\n");
  }
}
