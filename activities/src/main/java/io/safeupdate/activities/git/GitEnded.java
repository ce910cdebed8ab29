package io.safeupdate.activities.git;

import java.util.Arrays;
import java.util.List;

/** What a git that ended said. */
record GitEnded(int exit, String out, String err) {
  static final int TIMED_OUT = -1;

  boolean succeeded() {
    return exit == 0;
  }

  boolean timedOut() {
    return exit == TIMED_OUT;
  }

  /** Its output, where it was asked to end each item with NUL. */
  List<String> items() {
    return split("\0");
  }

  List<String> lines() {
    return split("\n");
  }

  private List<String> split(String end) {
    return out.isEmpty() ? List.of() : Arrays.asList(out.split(end));
  }
}
