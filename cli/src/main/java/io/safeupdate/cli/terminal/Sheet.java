package io.safeupdate.cli.terminal;

import java.io.PrintStream;

/**
 * An output stream, and what is known of its far end.
 *
 * @param colours whether the operator wants colours where a terminal can show them
 */
public record Sheet(PrintStream stream, Screen screen, boolean colours) {

  /** Whether lines may be redrawn: a person watches. */
  public boolean isLive() {
    return screen.isTerminal();
  }

  /** How text is to look on it now. */
  public Style style() {
    return isLive() ? new Style(colours, screen.columns()) : Style.PLAIN;
  }
}
