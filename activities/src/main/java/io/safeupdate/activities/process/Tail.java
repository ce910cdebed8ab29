package io.safeupdate.activities.process;

/** The last characters of a text that may have no end. Safe for use by several threads. */
final class Tail {
  private final int most;
  private final StringBuilder kept = new StringBuilder();

  Tail(int most) {
    this.most = most;
  }

  synchronized void append(char[] chars, int length) {
    kept.append(chars, 0, length);
    // Trimmed only at twice the size, so that the copying stays cheap.
    if (kept.length() > 2 * most) {
      kept.delete(0, kept.length() - most);
    }
  }

  @Override
  public synchronized String toString() {
    return kept.substring(Math.max(0, kept.length() - most));
  }
}
