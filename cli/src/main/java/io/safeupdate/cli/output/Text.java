package io.safeupdate.cli.output;

import io.safeupdate.cli.terminal.Style;

/** How a document reads. */
@FunctionalInterface
public interface Text {
  /** The text, its last line ended. */
  String in(Style style);
}
