package io.safeupdate.cli.demo;

import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.Table;
import java.util.Optional;

/**
 * What there is to look at as long as the demo runs.
 *
 * @param staying whether it goes on until a person ends it
 */
record DemoUrls(String application, String console, Optional<String> temporalUi, boolean staying) {
  String in(Style style) {
    Table table = new Table(style, "  ");
    table.row("guest book", application);
    table.row("console", console);
    temporalUi.ifPresent(url -> table.row("Temporal Web UI", url));
    return table.toString();
  }
}
