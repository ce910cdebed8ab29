package io.safeupdate.cli.terminal;

import java.util.Locale;

/**
 * How text looks: with or without colours, and how wide. Colour only ever repeats what a word or a
 * mark says already.
 *
 * @param width how many characters fit in a line
 */
public record Style(boolean colour, int width) {
  /** For whatever is no terminal: no colours, lines as long as they are. */
  public static final Style PLAIN = new Style(false, Integer.MAX_VALUE);

  private static final int PROSE = 100;

  /** The width at which sentences are broken; where no terminal is, they never are. */
  public int prose() {
    return width == PLAIN.width ? width : Math.min(width, PROSE);
  }

  public String good(String text) {
    return sgr(32, text);
  }

  public String bad(String text) {
    return sgr(31, text);
  }

  public String warning(String text) {
    return sgr(33, text);
  }

  public String faint(String text) {
    return sgr(2, text);
  }

  public String strong(String text) {
    return sgr(1, text);
  }

  /** The text cut to what fits in a line beside {@code taken} characters. */
  public String fit(String text, int taken) {
    int room = Math.max(1, width - taken);
    return text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }

  private String sgr(int code, String text) {
    return colour ? String.format(Locale.ROOT, "\u001b[%dm%s\u001b[0m", code, text) : text;
  }
}
