package io.safeupdate.cli.follow;

import io.safeupdate.cli.terminal.Printable;
import java.io.PrintStream;
import java.util.List;

/** The last lines of a terminal, which are drawn over and over below lines that stay. */
final class LiveRegion {
  private final PrintStream out;
  private int drawn;
  private boolean closed;

  LiveRegion(PrintStream out) {
    this.out = out;
  }

  /** Puts a line above the region for good; the region is drawn again by the next draw. */
  void keep(String line) {
    out.print(erasure() + Printable.of(line) + "\n");
    drawn = 0;
    out.flush();
  }

  /** Replaces the region. Lines must not be wider than the terminal. */
  void draw(List<String> lines) {
    if (closed) {
      return;
    }
    StringBuilder text = new StringBuilder(erasure());
    lines.forEach(line -> text.append(Printable.of(line)).append('\n'));
    drawn = lines.size();
    out.print(text);
    out.flush();
  }

  /** Takes the region away for good. A clock that ticks once more draws nothing. */
  void close() {
    draw(List.of());
    closed = true;
  }

  /** From the first column, wherever the echo of a key has left the cursor. */
  private String erasure() {
    return drawn == 0 ? "" : "\r\u001b[" + drawn + "A\u001b[J";
  }
}
