package io.safeupdate.activities.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a process, cleaned as they come: no colours, no secrets, no endless line. */
final class RecentLines {
  private static final int MOST = 200;
  private static final int LONGEST = 1000;

  private final SecretMask mask;
  private final Watcher watcher;
  private final Deque<String> lines = new ArrayDeque<>();

  RecentLines(SecretMask mask, Watcher watcher) {
    this.mask = mask;
    this.watcher = watcher;
  }

  synchronized void add(String raw) {
    // Masked whole, then cut: a cut through a secret would leave its first half.
    String clean = mask.apply(Colours.strip(raw));
    String line = clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    lines.addLast(line);
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
    watcher.line(line);
  }

  synchronized List<String> all() {
    return List.copyOf(lines);
  }
}
