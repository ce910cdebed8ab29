package io.safeupdate.cli.follow;

import java.io.PrintStream;
import java.util.List;

/** The last lines of a terminal, which are drawn over and over below lines that stay. */
final class LiveRegion {
  private final PrintStream out;
  private int drawn;

  LiveRegion(PrintStream out) {
    this.out = out;
  }

  /** Puts a line above the region for good; the region is drawn again by the next draw. */
  void keep(String line) {
    out.print(erasure() + line + "\n");
    drawn = 0;
    out.flush();
  }

  /** Replaces the region. Lines must not be wider than the terminal. */
  void draw(List<String> lines) {
    StringBuilder text = new StringBuilder(erasure());
    lines.forEach(line -> text.append(line).append('\n'));
    drawn = lines.size();
    out.print(text);
    out.flush();
  }

  private String erasure() {
    return drawn == 0 ? "" : "\u001b[" + drawn + "A\u001b[J";
  }
}
