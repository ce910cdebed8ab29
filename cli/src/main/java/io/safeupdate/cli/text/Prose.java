package io.safeupdate.cli.text;

import io.safeupdate.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** Sentences broken into lines. */
public final class Prose {
  private Prose() {}

  /**
   * Breaks a text at its own line ends and where it would be too wide.
   *
   * @param indent stands before every line
   * @return lines, each ended
   */
  public static String indented(String text, String indent, Style style) {
    StringBuilder block = new StringBuilder();
    int room = Math.max(20, style.prose() - indent.length());
    for (String line : text.strip().split("\n", -1)) {
      wrapped(line.stripTrailing(), room)
          .forEach(part -> block.append((indent + part).stripTrailing()).append('\n'));
    }
    return block.toString();
  }

  private static List<String> wrapped(String line, int room) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > room) {
      int space = rest.lastIndexOf(' ', room);
      int cut = space > 0 ? space : rest.indexOf(' ');
      if (cut <= 0) {
        break;
      }
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut + 1);
    }
    lines.add(rest);
    return lines;
  }
}
