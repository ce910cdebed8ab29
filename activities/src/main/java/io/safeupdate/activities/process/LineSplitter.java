package io.safeupdate.activities.process;

import java.util.function.Consumer;

/** Cuts characters into lines. A carriage return ends a line as well: progress bars use it. */
final class LineSplitter {
  private static final int LONGEST = 64 << 10;

  private final Consumer<String> lines;
  private final StringBuilder open = new StringBuilder();

  LineSplitter(Consumer<String> lines) {
    this.lines = lines;
  }

  void append(char[] chars, int length) {
    for (int i = 0; i < length; i++) {
      append(chars[i]);
    }
  }

  /** Passes on a last line that no line end closed. */
  void end() {
    if (open.length() > 0) {
      lines.accept(open.toString());
      open.setLength(0);
    }
  }

  private void append(char c) {
    if (c == '\n' || c == '\r') {
      end();
      return;
    }
    open.append(c);
    if (open.length() == LONGEST) {
      end();
    }
  }
}
